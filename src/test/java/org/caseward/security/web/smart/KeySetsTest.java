package org.caseward.security.web.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.caseward.security.SmartScope;
import org.junit.jupiter.api.Test;

class KeySetsTest {
    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    private static List<JWK> keys(List<String> sets, List<String> urls) throws KeySourceException {
        return new KeySets()
                .of(new ClientKeys.Keyed("clinic", sets, urls, SmartScope.OFFERED))
                .get(ALL, null);
    }

    private static String set(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        RSAKey key =
                new RSAKey.Builder((RSAPublicKey) generator.generateKeyPair().getPublic()).build();
        return new JWKSet(key).toString();
    }

    @Test
    void aKeyThatIsTooShortIsNone() throws Exception {
        assertThat(keys(List.of(set(2048), set(1024)), List.of()))
                .singleElement()
                .satisfies(key -> assertThat(key.size()).isEqualTo(2048));
    }

    @Test
    void aKeySetIsNotFetchedInTheClearFromElsewhereNorFromAFile() {
        for (String url : List.of("http://clinic.example/keys", "file:///etc/hostname", "nonsense")) {
            assertThatThrownBy(() -> keys(List.of(), List.of(url))).isInstanceOf(KeySourceException.class);
        }
    }

    @Test
    void aKeySetThatIsNoneSaysSo() {
        assertThatThrownBy(() -> keys(List.of("{}"), List.of())).isInstanceOf(KeySourceException.class);
    }
}
