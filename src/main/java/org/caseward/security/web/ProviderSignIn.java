package org.caseward.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.caseward.report.AuditedAct;
import org.caseward.security.FailureThrottle;
import org.caseward.security.ProviderAccounts;
import org.caseward.security.ProviderLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Somebody of a provider signs in at the portal by name and password: throttled as the staff's doors are, and written into the audit either way. */
@Component
class ProviderSignIn {
    private final ProviderAccounts accounts;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final FailureThrottle throttle = new FailureThrottle(System::nanoTime);
    /** What is compared where nobody has the name, so that the answer takes as long. */
    private final String nobody;

    ProviderSignIn(ProviderAccounts accounts, PasswordEncoder passwords, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
        this.nobody = String.valueOf(passwords.encode("nobody has this password"));
    }

    AuthenticationProvider provider() {
        return new Throttled(new ByPassword(), throttle);
    }

    /** Somebody who has proved by what login they come. */
    static Authentication signedIn(ProviderLogin login) {
        return UsernamePasswordAuthenticationToken.authenticated(
                login, null, AuthorityUtils.createAuthorityList("PROVIDER"));
    }

    AuthenticationSuccessHandler succeeded() {
        return (request, response, who) -> {
            audit(who.getName(), "signed-in");
            response.sendRedirect(request.getContextPath() + "/portal/send");
        };
    }

    AuthenticationFailureHandler failed() {
        return (request, response, refused) -> {
            String typed =
                    Optional.ofNullable(request.getParameter("name")).orElse("").strip();
            // what was typed may be a password: only a name that exists is written down
            audit(accounts.secret(typed).map(known -> known.login().name()).orElse("unknown"), "sign-in-failed");
            back(request, response, throttle.wait(typed, request.getRemoteAddr()));
        };
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws java.io.IOException {
        String why = wait.isPositive() ? "wait=" + wait.toSeconds() : "error";
        response.sendRedirect(request.getContextPath() + "/portal/signin?" + why);
    }

    private void audit(String name, String act) {
        events.publishEvent(new AuditedAct(name, act, "portal", Optional.empty(), ""));
    }

    private final class ByPassword implements AuthenticationProvider {
        @Override
        public Authentication authenticate(Authentication asked) {
            Optional<ProviderAccounts.Secret> known =
                    accounts.secret(asked.getName().strip());
            @Nullable String kept = known.isEmpty() ? null : known.get().hash();
            boolean right = passwords.matches(String.valueOf(asked.getCredentials()), kept == null ? nobody : kept);
            if (!right || known.isEmpty() || kept == null) {
                throw new BadCredentialsException("Name and password do not go together");
            }
            return signedIn(known.get().login());
        }

        @Override
        public boolean supports(Class<?> kind) {
            return List.of(UsernamePasswordAuthenticationToken.class).contains(kind);
        }
    }
}
