package org.caseward.intake.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.caseward.security.ProviderLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** What all of the portal's pages say of who sits there, and how a refusal looks: a page to a person, a problem document (RFC 9457) to a script. */
@ControllerAdvice(assignableTypes = {PortalPages.class, PortalUploads.class, PortalPassword.class})
class PortalAdvice {
    private static final String RETRY_SECONDS = "30";

    private final PortalConnections connections;

    PortalAdvice(PortalConnections connections) {
        this.connections = connections;
    }

    /**
     * @param name the provider's, as the directory has it
     * @param byLink whether only one submission is open to this visitor
     */
    record Visitor(String name, boolean byLink, String path) {
        public boolean at(String address) {
            return path.equals(address);
        }
    }

    @ModelAttribute("visitor")
    @Nullable
    Visitor visitor(@AuthenticationPrincipal @Nullable ProviderLogin login, HttpServletRequest request) {
        return login == null
                ? null
                : new Visitor(
                        login.provider().flatMap(connections::providerName).orElse("Invited by link"),
                        login.byLink(),
                        request.getRequestURI());
    }

    @ExceptionHandler
    Object notTaken(NotTaken why, HttpServletRequest request, HttpServletResponse response) {
        return answer(why, request, response);
    }

    /** The files' frame is broken or was cut off on the way. */
    @ExceptionHandler
    Object broken(MultipartException why, HttpServletRequest request, HttpServletResponse response) {
        return answer(
                new NotTaken(
                        HttpStatus.BAD_REQUEST,
                        "What was sent did not arrive whole, so nothing was kept. Send it again."),
                request,
                response);
    }

    private static Object answer(NotTaken why, HttpServletRequest request, HttpServletResponse response) {
        if (why.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        if (accept.contains("json")) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(why.status(), why.detail());
            problem.setTitle(why.title());
            problem.setInstance(URI.create(request.getRequestURI()));
            return ResponseEntity.status(why.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        ModelAndView page = new ModelAndView("portal/refused", why.status());
        page.addObject("why", why.title());
        page.addObject("detail", why.detail());
        return page;
    }
}
