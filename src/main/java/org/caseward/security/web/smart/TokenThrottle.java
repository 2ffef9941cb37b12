package org.caseward.security.web.smart;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.caseward.security.FailureThrottle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down guessing at the token endpoint, as at the sign-in. Guesses at a secret and broken assertions are counted apart, so that nobody who guesses can keep out the
 * client that holds the key.
 */
public final class TokenThrottle extends OncePerRequestFilter {
    private final FailureThrottle throttle;
    private final TokenRefusals refusals;

    public TokenThrottle(FailureThrottle throttle, TokenRefusals refusals) {
        this.throttle = throttle;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = client(request);
        String address = request.getRemoteAddr();
        Duration wait = throttle.wait(client, address);
        if (wait.isPositive()) {
            response.setHeader("Retry-After", String.valueOf(wait.toSeconds()));
            refusals.write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS.value(),
                    "temporarily_unavailable",
                    "Too many failures for this client. Ask again after " + wait.toSeconds() + " s.");
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            throttle.failed(client, address);
        } else if (response.getStatus() == HttpStatus.OK.value()) {
            throttle.succeeded(client, address);
        }
    }

    private static String client(HttpServletRequest request) {
        String assertion = request.getParameter("client_assertion");
        if (assertion != null) {
            return "key\n" + AssertionRequest.subject(assertion);
        }
        String named = request.getParameter("client_id");
        return "secret\n" + (named == null ? basic(request.getHeader("Authorization")) : named);
    }

    private static String basic(@Nullable String header) {
        if (header == null || !header.startsWith("Basic ")) {
            return "";
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return pair.substring(0, Math.max(pair.indexOf(':'), 0));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
