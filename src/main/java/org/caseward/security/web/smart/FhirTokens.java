package org.caseward.security.web.smart;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.security.FhirSender;
import org.caseward.security.People;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** The tokens that open FHIR: whose they are and which scopes they hold. Ours, or where one is set, the outside issuer's and no other. */
@Component
@EnableConfigurationProperties(FhirSettings.class)
public class FhirTokens {
    private static final SimpleGrantedAuthority EVERYTHING =
            new SimpleGrantedAuthority(FhirSender.AUTHORITY + "system/*.cruds");

    private final FhirSettings settings;
    private final JwtDecoder decoder;
    private final People people;
    private final Optional<OutsideIssuer> outside;

    FhirTokens(FhirSettings settings, JwtDecoder ours, People people) {
        this.settings = settings;
        this.people = people;
        this.outside = settings.outside() ? Optional.of(new OutsideIssuer(settings)) : Optional.empty();
        this.decoder = outside.map(JwtDecoder.class::cast).orElse(ours);
    }

    public Jwt decode(String token) {
        return decoder.decode(token);
    }

    public AbstractAuthenticationToken convert(Jwt token) {
        String client = client(token);
        List<SimpleGrantedAuthority> scopes = scopes(token)
                .map(scope -> new SimpleGrantedAuthority(FhirSender.AUTHORITY + scope))
                .toList();
        boolean trusted = scopes.isEmpty()
                && settings.acceptUnscoped()
                && outside.isEmpty()
                && people.client(client).isPresent();
        return new JwtAuthenticationToken(token, trusted ? List.of(EVERYTHING) : scopes, client);
    }

    private String client(Jwt token) {
        String named = outside.isPresent() ? token.getClaimAsString(settings.clientClaim()) : token.getSubject();
        // a token without a name is nobody's: no connection is called so
        return named == null ? "" : named;
    }

    /** {@code scope} as one text (RFC 9068) or a list, or {@code scp} as some issuers write it. */
    private static Stream<String> scopes(Jwt token) {
        Object said = token.hasClaim("scope") ? token.getClaim("scope") : token.getClaim("scp");
        return switch (said) {
            case String text -> Arrays.stream(text.split(" +")).filter(scope -> !scope.isBlank());
            case Collection<?> all -> all.stream().map(String::valueOf);
            case null, default -> Stream.empty();
        };
    }

    /** Where tokens are asked for. */
    String tokenAddress(String fhirBase) {
        return outside.map(OutsideIssuer::token).orElseGet(() -> TokenAddress.token(fhirBase));
    }
}
