package org.caseward.security.web.smart;

import java.util.List;
import org.caseward.security.SmartScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenEndpointConfigurer;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;

/** What SMART Backend Services ask of the framework's token endpoint beyond what it does by itself. */
@Configuration
public class SmartGrants {
    private final ClientAssertions assertions;
    private final ClientKeys keys;
    private final TokenRefusals refusals;

    SmartGrants(ClientAssertions assertions, ClientKeys keys, TokenRefusals refusals) {
        this.assertions = assertions;
        this.keys = keys;
        this.refusals = refusals;
    }

    /** How a client proves itself. */
    public void clients(OAuth2ClientAuthenticationConfigurer clients) {
        clients.authenticationConverters(all -> all.replaceAll(
                        one -> one instanceof JwtClientAssertionAuthenticationConverter ? new AssertionRequest() : one))
                .authenticationProviders(this::openAssertions)
                .errorResponseHandler(refusals);
    }

    private void openAssertions(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof JwtClientAssertionAuthenticationProvider asserted) {
                asserted.setJwtDecoderFactory(assertions);
            }
        }
    }

    /** What it is given. */
    public void tokens(OAuth2TokenEndpointConfigurer tokens) {
        tokens.accessTokenRequestConverters(all -> all.replaceAll(one ->
                        one instanceof OAuth2ClientCredentialsAuthenticationConverter ? new ScopesAsked(keys) : one))
                .authenticationProviders(SmartGrants::checkScopes)
                .errorResponseHandler(refusals);
    }

    private static void checkScopes(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider granting) {
                granting.setAuthenticationValidator(SmartGrants::checkScopes);
            }
        }
    }

    /** {@link ScopesAsked} has narrowed them; what still stands there must be a key's, and every one within what is offered. */
    private static void checkScopes(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken asked = context.getAuthentication();
        boolean byKey = asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                && ScopesAsked.provenByKey(client);
        if (!byKey && !asked.getScopes().isEmpty() || byKey && !known(asked)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
    }

    private static boolean known(OAuth2ClientCredentialsAuthenticationToken asked) {
        return !asked.getScopes().isEmpty()
                && asked.getScopes().stream()
                        .allMatch(text -> SmartScope.of(text).isPresent());
    }

    /** A token with scopes is for the FHIR base, and names its client as RFC 9068 does. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> scopedTokens(@Value("${caseward.fhir.base:}") String base) {
        return context -> {
            if (!context.getAuthorizedScopes().isEmpty()) {
                String client = context.getRegisteredClient().getClientId();
                context.getClaims().claim("client_id", client);
                if (!base.isBlank()) {
                    context.getClaims().audience(List.of(base));
                }
            }
        };
    }
}
