package org.caseward.security.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import org.caseward.security.FailureThrottle;
import org.caseward.security.People;
import org.caseward.security.web.smart.ClientKeys;
import org.caseward.security.web.smart.SmartGrants;
import org.caseward.security.web.smart.TokenRefusals;
import org.caseward.security.web.smart.TokenThrottle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Gives tokens ({@code POST /oauth2/token}, grant {@code client_credentials}): to API clients by their secret, to FHIR clients by an assertion signed with their key (SMART
 * Backend Services). No other part of an authorization server is open.
 */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class TokenServer {
    @Bean
    @Order(1)
    SecurityFilterChain tokenDoor(HttpSecurity http, SmartGrants smart, TokenRefusals refusals) throws Exception {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .oauth2AuthorizationServer(
                        server -> server.clientAuthentication(smart::clients).tokenEndpoint(smart::tokens))
                .addFilterBefore(
                        new TokenThrottle(new FailureThrottle(System::nanoTime), refusals),
                        AbstractPreAuthenticatedProcessingFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .headers(Doors::headers)
                .addFilterBefore(UploadGate.NO_FILES, CsrfFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    RegisteredClientRepository registeredClients(People people, ClientKeys keys) {
        return new ApiClients(people, keys);
    }

    @Bean
    OAuth2AuthorizationService tokensGiven() {
        return new TokensCarryThemselves();
    }

    @Bean
    AuthorizationServerSettings tokenServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    /** The same key after a restart, so that tokens given out before still open. */
    @Bean
    JWKSource<SecurityContext> tokenKeys(@Value("${caseward.secrets:data/secrets}") Path secrets)
            throws IOException, ParseException {
        RSAKey key = TokenKey.open(secrets.resolve("token-key.json"));
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtDecoder tokenDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }
}
