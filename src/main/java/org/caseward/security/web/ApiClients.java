package org.caseward.security.web;

import java.time.Duration;
import org.caseward.security.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The token server's view of {@link People}'s API clients. */
record ApiClients(People people) implements RegisteredClientRepository {
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    @Override
    public void save(RegisteredClient client) {
        // clients are put by People only
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return people.clientCredential(clientId)
                .filter(People.Credential::enabled)
                .map(ApiClients::registered)
                .orElse(null);
    }

    private static RegisteredClient registered(People.Credential known) {
        return RegisteredClient.withId(known.name())
                .clientId(known.name())
                .clientSecret(known.hash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }
}
