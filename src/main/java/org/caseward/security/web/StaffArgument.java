package org.caseward.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.caseward.security.Staff;
import org.caseward.security.WhoAsks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a controller's method its {@link Staff} argument: who asks, with the roles that the method is allowed to and the programs where they are held. */
@Configuration
class StaffArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final WhoAsks who;

    StaffArgument(WhoAsks who) {
        this.who = who;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Staff.class;
    }

    @Override
    public Staff resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new IllegalStateException("A Staff argument needs a servlet request");
        }
        Staff staff = who.in(servlet).orElseThrow(() -> new AccessDeniedException("Nobody has signed in"));
        return servlet.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                ? DeclaredRules.allowedTo(method)
                        .map(allowed -> staff.acting(allowed.value()))
                        .orElse(staff)
                : staff;
    }
}
