package org.caseward.security.web;

import java.time.Duration;
import java.util.Optional;
import org.caseward.security.People;
import org.caseward.security.SmartScope;
import org.caseward.security.web.smart.ClientKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The token server's view of those who may ask: {@link People}'s API clients by a secret, and the FHIR clients of the directory by their keys. The id of one may be that of
 * the other; which proof a token came by is seen by its scopes, and each opens its own doors only.
 */
record ApiClients(People people, ClientKeys keys) implements RegisteredClientRepository {
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    /** SMART App Launch 2: "SHOULD be no greater than 300 seconds". */
    private static final Duration SMART_TOKEN_LIFE = Duration.ofMinutes(5);

    @Override
    public void save(RegisteredClient client) {
        // clients are put by People and the directory only
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        Optional<People.Credential> secret = people.clientCredential(clientId).filter(People.Credential::enabled);
        Optional<ClientKeys.Keyed> keyed = keys.find(clientId);
        if (secret.isEmpty() && keyed.isEmpty()) {
            return null;
        }
        RegisteredClient.Builder client = RegisteredClient.withId(clientId)
                .clientId(clientId)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(keyed.isPresent() ? SMART_TOKEN_LIFE : TOKEN_LIFE)
                        .build());
        secret.ifPresent(known -> bySecret(client, known));
        keyed.ifPresent(known -> byKey(client, known));
        return client.build();
    }

    private static void bySecret(RegisteredClient.Builder client, People.Credential known) {
        client.clientSecret(known.hash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    private static void byKey(RegisteredClient.Builder client, ClientKeys.Keyed known) {
        client.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                // one of the two: it says "by key, not by shared secret", which algorithms count is for the assertions
                .clientSettings(ClientSettings.builder()
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS384)
                        .build())
                .scopes(scopes -> known.scopes().stream().map(SmartScope::text).forEach(scopes::add));
    }
}
