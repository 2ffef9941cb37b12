package org.caseward.security.web;

import java.time.Duration;
import org.caseward.security.FailureThrottle;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a name and password unless there were too many failures just now. */
record Throttled(AuthenticationProvider checked, FailureThrottle throttle) implements AuthenticationProvider {
    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        String address =
                asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (throttle.wait(asked.getName(), address).compareTo(Duration.ZERO) > 0) {
            throw new LockedException("Too many failures: try again later");
        }
        try {
            @Nullable Authentication person = checked.authenticate(asked);
            throttle.succeeded(asked.getName(), address);
            return person;
        } catch (AuthenticationException refused) {
            throttle.failed(asked.getName(), address);
            throw refused;
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
