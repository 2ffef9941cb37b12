package org.caseward.security.web.smart;

import java.util.Set;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;

/**
 * Where clients ask for tokens, as they see it.
 *
 * @param fhirBase the FHIR base as clients see it; empty where it is as each request came. Only then is what a request says of its host believed
 */
record TokenAddress(String fhirBase) {
    private static final String TOKEN = "/oauth2/token";

    /** The values of {@code aud} by which an assertion is meant for this server. */
    Set<String> audiences() {
        String server = fhirBase.isBlank() ? ofRequest() : server(fhirBase);
        return Set.of(server + TOKEN, server);
    }

    static String server(String fhirBase) {
        return fhirBase.replaceFirst("/+$", "").replaceFirst("/fhir$", "");
    }

    static String token(String fhirBase) {
        return server(fhirBase) + TOKEN;
    }

    private static String ofRequest() {
        AuthorizationServerContext context = AuthorizationServerContextHolder.getContext();
        if (context == null) {
            throw new IllegalStateException("No token is being asked for");
        }
        return context.getIssuer();
    }
}
