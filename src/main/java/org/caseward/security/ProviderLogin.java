package org.caseward.security;

import java.security.Principal;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody of a provider at the portal: by an account, or by an invited link for one submission. Never a member of the staff.
 *
 * @param name as the audit knows it: {@code portal:} and the account, or {@code link:} and the invitation. No staff user's name can hold a colon
 * @param provider the provider's id; empty where somebody was invited who is in no directory
 * @param connection the id of the portal connection by which what is handed in comes
 * @param invitation where a link was used
 */
public record ProviderLogin(String name, Optional<String> provider, String connection, Optional<UUID> invitation)
        implements Principal {
    static final String ACCOUNT = "portal:";
    static final String LINK = "link:";

    @Override
    public String getName() {
        return name;
    }

    public boolean byLink() {
        return invitation.isPresent();
    }
}
