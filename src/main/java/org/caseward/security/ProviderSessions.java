package org.caseward.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** How a one-time link becomes a session at the portal. */
public interface ProviderSessions {
    /** Uses the link up and signs its holder in; empty where it does not count (any more), or after too many wrong ones from one address. */
    Optional<ProviderInvitations.Opened> open(String token, HttpServletRequest request, HttpServletResponse response);
}
