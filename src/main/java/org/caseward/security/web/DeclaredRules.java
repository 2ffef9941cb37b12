package org.caseward.security.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.caseward.security.AllowedTo;
import org.caseward.security.SignedIn;
import org.caseward.security.Staff;
import org.caseward.security.WhoAsks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Opens an address only where the controller's method that would answer declares who may call it ({@link AllowedTo}, {@link SignedIn}); all else is closed. */
@Component
class DeclaredRules implements AuthorizationManager<RequestAuthorizationContext> {
    private static final Predicate<Staff> ANYBODY = staff -> true;

    private final WhoAsks who;
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    DeclaredRules(
            WhoAsks who,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.who = who;
        this.handlers = handlers;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> ignored, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Optional<Staff> staff = who.in(request);
        return new AuthorizationDecision(staff.isPresent()
                && rule(request).filter(rule -> rule.test(staff.get())).isPresent());
    }

    private Optional<Predicate<Staff>> rule(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            HandlerExecutionChain found = handlers.getObject().getHandler(request);
            return found != null && found.getHandler() instanceof HandlerMethod method
                    ? declared(method)
                    : Optional.empty();
        } catch (ServletException e) {
            // a known address asked by another method or media type: no handler will run, and the answer should say
            // which ones would
            return Optional.of(ANYBODY);
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    /** What the method declares, or else its class; empty where neither does. */
    static Optional<Predicate<Staff>> declared(HandlerMethod handler) {
        return allowedTo(handler)
                .map(allowed -> (Predicate<Staff>)
                        staff -> Arrays.stream(allowed.value()).anyMatch(staff::has))
                .or(() -> signedIn(handler) ? Optional.of(ANYBODY) : Optional.empty());
    }

    /** The roles that apply to this method; empty where it is open to all who signed in, or closed. */
    static Optional<AllowedTo> allowedTo(HandlerMethod handler) {
        AllowedTo own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), AllowedTo.class);
        if (own != null || AnnotatedElementUtils.hasAnnotation(handler.getMethod(), SignedIn.class)) {
            return Optional.ofNullable(own);
        }
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), AllowedTo.class));
    }

    private static boolean signedIn(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), SignedIn.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), SignedIn.class);
    }
}
