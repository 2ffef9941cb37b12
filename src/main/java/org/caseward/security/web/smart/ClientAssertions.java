package org.caseward.security.web.smart;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Opens a client's assertion (RFC 7523) with that client's own keys, and holds it against {@link AssertionRules}. */
@Component
public class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {
    /** What SMART App Launch 2 asks every server to take; nothing weaker is. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384);

    private final ClientKeys keys;
    private final KeySets sets;
    private final AssertionsSeen seen;
    private final TokenAddress address;

    ClientAssertions(ClientKeys keys, KeySets sets, AssertionsSeen seen, @Value("${caseward.fhir.base:}") String base) {
        this.keys = keys;
        this.sets = sets;
        this.seen = seen;
        this.address = new TokenAddress(base);
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        ClientKeys.Keyed keyed =
                keys.find(client.getClientId()).orElseThrow(() -> new JwtException("The client has registered no key"));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(sets.of(keyed))
                .jwtProcessorCustomizer(processor -> processor.setJWSKeySelector(
                        new JWSVerificationKeySelector<SecurityContext>(ALGORITHMS, sets.of(keyed))))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new AssertionRules(keyed, address, seen)));
        return decoder;
    }
}
