package org.caseward.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the first filter that looks for a parameter, because the container then reads a multipart body to its end and holds it in memory (never in a file, where
 * it would lie unsealed). So files are taken only at the address that asks for them, from somebody who has signed in, of a known size, and from a few at a time.
 */
final class UploadGate extends OncePerRequestFilter {
    /** Nowhere behind this door are files wanted. */
    static final UploadGate NO_FILES = new UploadGate(request -> false, 0, new Semaphore(0), null);

    private final Predicate<HttpServletRequest> wanted;
    private final long largest;
    private final Semaphore places;
    private final @Nullable Refusals refusals;

    /** @param places how many bodies may be held at a time, behind all doors together */
    UploadGate(Predicate<HttpServletRequest> wanted, long largest, Semaphore places, @Nullable Refusals refusals) {
        this.wanted = wanted;
        this.largest = largest;
        this.places = places;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            chain.doFilter(request, response);
        } else if (!wanted.test(request)) {
            response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        } else if (!signedIn()) {
            // not read; the door's own answer to strangers follows
            unread(request, response, chain);
        } else if (request.getContentLengthLong() < 0) {
            refuse(request, response, HttpStatus.LENGTH_REQUIRED, "The size of what you send was not told.");
        } else if (request.getContentLengthLong() > largest) {
            refuse(
                    request,
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "That is more than " + largest / (1024 * 1024)
                            + " MB at once. Nothing was kept. Send fewer files together, or a larger file in parts.");
        } else {
            inPlace(request, response, chain);
        }
    }

    private void inPlace(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            response.setHeader("Retry-After", "5");
            refuse(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Many files are being sent just now. Nothing of yours was kept. Send it again in a few seconds.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private void unread(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithoutBody(request), response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        if (refusals == null) {
            response.sendError(status.value());
        } else {
            refusals.refuse(request, response, status, detail);
        }
    }

    private static boolean signedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
    }
}
