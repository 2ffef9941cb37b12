package org.caseward.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.caseward.report.AuditedAct;
import org.caseward.security.FailureThrottle;
import org.caseward.security.ProviderInvitations;
import org.caseward.security.ProviderSessions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Exchanges an invited link's token for a session at the portal. */
@Component
class PortalSessions implements ProviderSessions {
    private final ProviderInvitations invitations;
    private final HttpSessionSecurityContextRepository session;
    private final ApplicationEventPublisher events;
    private final FailureThrottle throttle = new FailureThrottle(System::nanoTime);

    PortalSessions(
            ProviderInvitations invitations,
            HttpSessionSecurityContextRepository session,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.session = session;
        this.events = events;
    }

    @Override
    public Optional<ProviderInvitations.Opened> open(
            String token, HttpServletRequest request, HttpServletResponse response) {
        String from = request.getRemoteAddr();
        if (throttle.wait("link", from).isPositive()) {
            return Optional.empty();
        }
        Optional<ProviderInvitations.Opened> opened = invitations.use(token);
        opened.ifPresentOrElse(
                known -> {
                    throttle.succeeded("link", from);
                    begin(known, request, response);
                },
                () -> throttle.failed("link", from));
        String who = opened.map(known -> known.login().name()).orElse("unknown");
        events.publishEvent(
                new AuditedAct(who, opened.isPresent() ? "link-used" : "link-refused", "portal", Optional.empty(), ""));
        return opened;
    }

    private void begin(ProviderInvitations.Opened known, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            // what somebody else may have planted in the browser is worth nothing
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(ProviderSignIn.signedIn(known.login()));
        SecurityContextHolder.setContext(context);
        session.saveContext(context, request, response);
    }
}
