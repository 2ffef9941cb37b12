package org.caseward.security.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.caseward.report.AuditedAct;
import org.caseward.security.FailureThrottle;
import org.caseward.security.People;
import org.caseward.security.Staff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** A person signs in by name and password: throttled after failures, and written into the audit either way. */
@Component
class SignIn {
    private final People people;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final FailureThrottle throttle = new FailureThrottle(System::nanoTime);

    SignIn(People people, PasswordEncoder passwords, ApplicationEventPublisher events) {
        this.people = people;
        this.passwords = passwords;
        this.events = events;
    }

    AuthenticationProvider provider() {
        DaoAuthenticationProvider checked = new DaoAuthenticationProvider(people());
        checked.setPasswordEncoder(passwords);
        return new Throttled(checked, throttle);
    }

    private UserDetailsService people() {
        return name -> people.personCredential(name)
                .map(SignIn::details)
                .orElseThrow(() -> new UsernameNotFoundException("Nobody has this name"));
    }

    private static UserDetails details(People.Credential known) {
        return User.withUsername(known.name())
                .password(known.hash())
                .disabled(!known.enabled())
                .authorities("SIGNED_IN")
                .build();
    }

    AuthenticationSuccessHandler succeeded() {
        return new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication person)
                    throws IOException, ServletException {
                audit(person.getName(), "signed-in");
                super.onAuthenticationSuccess(request, response, person);
            }
        };
    }

    AuthenticationFailureHandler failed() {
        return (request, response, refused) -> {
            String typed = Optional.ofNullable(request.getParameter("name")).orElse("");
            // what was typed may be a password: only a name that exists is written down
            audit(people.person(typed).map(Staff::name).orElse("unknown"), "sign-in-failed");
            String why = refused instanceof LockedException
                    ? "/signin?wait="
                            + throttle.wait(typed, request.getRemoteAddr()).toSeconds()
                    : "/signin?error";
            new SimpleUrlAuthenticationFailureHandler(why).onAuthenticationFailure(request, response, refused);
        };
    }

    private void audit(String name, String act) {
        events.publishEvent(new AuditedAct(name, act, "sign-in", Optional.empty(), ""));
    }
}
