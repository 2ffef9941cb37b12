package org.caseward.security;

import jakarta.servlet.http.HttpServletRequest;

/** Where FHIR clients get their tokens, as the client that asks sees it. */
public interface TokenPlace {
    /** @throws org.springframework.security.oauth2.jwt.JwtException where an outside issuer gives them and can't be asked at the moment */
    String of(HttpServletRequest request);
}
