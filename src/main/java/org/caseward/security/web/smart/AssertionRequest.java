package org.caseward.security.web.smart;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads a signed assertion from a request for a token. The framework's own reader asks for {@code client_id} beside it, which RFC 7521 leaves open and SMART clients leave
 * out: then the assertion's {@code sub} says whose keys to try, and is only believed once one of them fits.
 */
public final class AssertionRequest implements AuthenticationConverter {
    static final ClientAuthenticationMethod METHOD =
            new ClientAuthenticationMethod("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String type = single(request, "client_assertion_type");
        String assertion = single(request, "client_assertion");
        if (type == null || assertion == null || !METHOD.getValue().equals(type)) {
            return null;
        }
        String client = single(request, "client_id");
        return new OAuth2ClientAuthenticationToken(
                client == null ? subject(assertion) : client, METHOD, assertion, Map.of());
    }

    /** The client that an assertion says it comes from, unproven; empty where it says none. */
    static String subject(String assertion) {
        try {
            String subject = SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
            return subject == null ? "" : subject;
        } catch (ParseException e) {
            return "";
        }
    }

    static @Nullable String single(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return values == null || values[0].isBlank() ? null : values[0];
    }
}
