package org.caseward.security.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a closed door answers: problem documents (RFC 9457) to programs, the sign-in page or a page that says so to people. */
@Component
class Refusals {
    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    /** 401 with {@code WWW-Authenticate} (RFC 6750) and a problem document. */
    AuthenticationEntryPoint problemUnauthorized() {
        AuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();
        return (request, response, refused) -> {
            bearer.commence(request, response, refused);
            write(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Nobody has signed in, or the token is expired or not ours. Ask /oauth2/token for a new one and send it as bearer.");
        };
    }

    AccessDeniedHandler problemForbidden() {
        return (HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused) -> write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "This address is not open to you, or your page was too old. Ask your supervisor for the role, or reload the page and try again.");
    }

    /** To the sign-in page; for a part of a page, the whole page goes there. */
    AuthenticationEntryPoint signIn() {
        AuthenticationEntryPoint redirect = new LoginUrlAuthenticationEntryPoint("/signin");
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) -> {
            if (request.getHeader("HX-Request") != null) {
                response.setHeader("HX-Redirect", request.getContextPath() + "/signin");
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else {
                redirect.commence(request, response, refused);
            }
        };
    }

    /** At the portal: to its own sign-in page; a script gets a problem document. */
    AuthenticationEntryPoint portalSignIn() {
        AuthenticationEntryPoint redirect = new LoginUrlAuthenticationEntryPoint("/portal/signin");
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) -> {
            if (wantsJson(request)) {
                String detail = "You are not signed in at the portal. Nothing was kept. Sign in and send it again.";
                write(request, response, HttpStatus.UNAUTHORIZED, detail);
            } else {
                redirect.commence(request, response, refused);
            }
        };
    }

    AccessDeniedHandler portalDenied() {
        return (HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused) -> refuse(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "This page was open for too long, your link or account is no longer valid, or the address is not for you. Nothing was kept. Sign in at the portal again, or ask the agency for a new link.");
    }

    /** A refusal before any controller: a problem document to a script, a page to a person. */
    void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        if (wantsJson(request)) {
            write(request, response, status, detail);
            return;
        }
        response.setStatus(status.value());
        request.setAttribute("portal.refusal", detail);
        request.setAttribute("portal.status", status.value());
        try {
            request.getRequestDispatcher("/portal/refused").forward(new WithoutBody(request), response);
        } catch (ServletException e) {
            throw new IOException(e);
        }
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
