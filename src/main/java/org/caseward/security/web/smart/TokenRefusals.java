package org.caseward.security.web.smart;

import com.nimbusds.jose.KeySourceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says why there is no token (RFC 6749, 5.2). What a client did wrong with its own, rightly signed assertion is told in words; who is not known and who signs with a wrong
 * key hear the same.
 */
@Component
public class TokenRefusals implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TokenRefusals.class);
    private static final String NOBODY =
            "This client is not known here, or what proves it does not fit: a wrong secret, a key that is not registered, or another algorithm than RS384 and ES384.";
    private static final String KEYS_AWAY =
            "The client's keys could not be fetched from the address that is registered for it. See that it answers, or register the keys themselves.";

    private final JsonMapper json;

    TokenRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        OAuth2Error error = refused instanceof OAuth2AuthenticationException ours
                ? ours.getError()
                : new OAuth2Error(OAuth2ErrorCodes.SERVER_ERROR);
        boolean unknown = OAuth2ErrorCodes.INVALID_CLIENT.equals(error.getErrorCode());
        // what was sent may be anybody's: only the kind of fault is written down
        LOG.warn("A token was refused: {}", error.getErrorCode());
        if (unknown) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"caseward\"");
        }
        write(response, unknown ? 401 : 400, error.getErrorCode(), unknown ? why(refused) : words(error));
    }

    void write(HttpServletResponse response, int status, String code, @Nullable String words) throws IOException {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", code);
        if (words != null) {
            body.put("error_description", words);
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private static @Nullable String words(OAuth2Error error) {
        return switch (error.getErrorCode()) {
            case OAuth2ErrorCodes.INVALID_SCOPE ->
                error.getDescription() == null
                        ? "A client with a secret has no scopes: its roles say what it may do. Scopes are for FHIR clients, which prove themselves by a key."
                        : error.getDescription();
            case OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE -> "Only grant_type=client_credentials is given here.";
            case OAuth2ErrorCodes.INVALID_REQUEST ->
                "Something in the request is missing or stands there twice: grant_type, and the client's secret or its assertion.";
            default -> null;
        };
    }

    private static String why(Throwable refused) {
        for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JwtValidationException invalid) {
                Optional<String> said = invalid.getErrors().stream()
                        .filter(error -> AssertionRules.SAID.equals(error.getErrorCode()))
                        .map(OAuth2Error::getDescription)
                        .findFirst();
                return said.orElse(NOBODY);
            }
            if (cause instanceof KeySourceException) {
                return KEYS_AWAY;
            }
        }
        return NOBODY;
    }
}
