package org.caseward.security.web.smart;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * An issuer of tokens outside of the hub, known by its own metadata (RFC 8414, or OpenID Connect Discovery). It is asked when the first token comes, not at the start: an
 * issuer that is down keeps nobody from starting the hub.
 */
final class OutsideIssuer implements JwtDecoder {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST = 200_000;
    private static final List<SignatureAlgorithm> ALGORITHMS = List.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384);

    private final String issuer;
    private final String audience;
    private volatile @Nullable Known known;

    private record Known(JwtDecoder decoder, String token) {}

    OutsideIssuer(FhirSettings settings) {
        this.issuer = settings.issuer();
        this.audience = settings.expectedAudience();
    }

    /** @throws JwtException other than {@code BadJwtException} where the issuer can't be asked: the client should try again */
    @Override
    public Jwt decode(String token) {
        return known().decoder().decode(token);
    }

    /** Where its tokens are asked for. */
    String token() {
        return known().token();
    }

    private Known known() {
        Known found = known;
        if (found == null) {
            found = discover();
            known = found;
        }
        return found;
    }

    private Known discover() {
        Map<String, Object> metadata = metadata();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(text(metadata, "jwks_uri"))
                .jwsAlgorithms(all -> all.addAll(ALGORITHMS))
                .restOperations(patient())
                .validateType(false)
                .build();
        decoder.setJwtValidator(rules());
        return new Known(decoder, text(metadata, "token_endpoint"));
    }

    private static RestTemplate patient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return new RestTemplate(requests);
    }

    private OAuth2TokenValidator<Jwt> rules() {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<@Nullable List<String>>(
                        "aud", meant -> meant != null && meant.contains(audience)));
    }

    private Map<String, Object> metadata() {
        URI at = URI.create(issuer);
        String path = Objects.requireNonNullElse(at.getPath(), "").replaceFirst("/+$", "");
        List<URI> places = List.of(
                at.resolve("/.well-known/oauth-authorization-server" + path),
                at.resolve(path + "/.well-known/openid-configuration"));
        for (URI place : places) {
            try {
                Map<String, Object> told = JSONObjectUtils.parse(
                        new DefaultResourceRetriever((int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), LARGEST)
                                .retrieveResource(place.toURL())
                                .getContent());
                if (issuer.equals(told.get("issuer"))) {
                    return told;
                }
            } catch (IOException | ParseException e) {
                // not there: the other place, or nobody
            }
        }
        throw new JwtException("The issuer of tokens does not tell its metadata, or another's");
    }

    private static String text(Map<String, Object> metadata, String name) {
        if (metadata.get(name) instanceof String text) {
            return text;
        }
        throw new JwtException("The issuer's metadata lacks " + name);
    }
}
