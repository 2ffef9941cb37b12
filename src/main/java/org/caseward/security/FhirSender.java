package org.caseward.security;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The system that asks at the FHIR door, by its token.
 *
 * @param client its client id: the address of its connection
 * @param scopes what its token opens
 */
public record FhirSender(String client, Set<SmartScope> scopes) {
    /** Before a scope, where it stands among a token's authorities. */
    public static final String AUTHORITY = "SCOPE_";

    public FhirSender {
        scopes = Set.copyOf(scopes);
    }

    /** Who asks in this request; empty where nobody has shown a token. */
    public static Optional<FhirSender> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    private static Optional<FhirSender> of(@Nullable Authentication known) {
        return known == null || known instanceof AnonymousAuthenticationToken || !known.isAuthenticated()
                ? Optional.empty()
                : Optional.of(new FhirSender(known.getName(), scopes(known.getAuthorities())));
    }

    private static Set<SmartScope> scopes(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name != null && name.startsWith(AUTHORITY))
                .flatMap(name -> SmartScope.of(name.substring(AUTHORITY.length())).stream())
                .collect(Collectors.toSet());
    }

    /** @param act one of {@code c r u d s} */
    public boolean may(char act, String type) {
        return scopes.stream().anyMatch(scope -> scope.allows(act, type));
    }
}
