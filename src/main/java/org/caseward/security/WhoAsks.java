package org.caseward.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Who is asking: a person by session, or an API client by its bearer token. For servlets and routes; a controller's method just takes a {@code Staff}. */
@Component
public class WhoAsks {
    private static final String ATTRIBUTE = WhoAsks.class.getName();

    private final People people;

    WhoAsks(People people) {
        this.people = people;
    }

    /** With all roles held; looked up once for each request. Empty where nobody has signed in, or the person or client is no longer enabled. */
    public Optional<Staff> in(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Staff known) {
            return Optional.of(known);
        }
        Optional<Staff> found = of(SecurityContextHolder.getContext().getAuthentication());
        found.ifPresent(staff -> request.setAttribute(ATTRIBUTE, staff));
        return found;
    }

    private Optional<Staff> of(@Nullable Authentication authentication) {
        return switch (authentication) {
            case null -> Optional.empty();
            case AnonymousAuthenticationToken _ -> Optional.empty();
            // a token with scopes came by a key and is for FHIR alone: a key that IT registers must open nobody's roles
            case JwtAuthenticationToken token ->
                token.getToken().hasClaim("scope") ? Optional.empty() : people.client(token.getName());
            default -> authentication.isAuthenticated() ? people.person(authentication.getName()) : Optional.empty();
        };
    }
}
