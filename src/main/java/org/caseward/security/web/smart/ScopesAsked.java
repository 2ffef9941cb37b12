package org.caseward.security.web.smart;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.caseward.security.SmartScope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * The scopes of a request for a token. Of a client with a key those are granted that open something here for it; the answer names them. A client with a secret gets none:
 * its roles say what it may do.
 */
public final class ScopesAsked implements AuthenticationConverter {
    private final AuthenticationConverter plain = new OAuth2ClientCredentialsAuthenticationConverter();
    private final ClientKeys keys;

    public ScopesAsked(ClientKeys keys) {
        this.keys = keys;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!(plain.convert(request) instanceof OAuth2ClientCredentialsAuthenticationToken asked)) {
            return null;
        }
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2ClientAuthenticationToken client)
                || !provenByKey(client)) {
            return asked;
        }
        return new OAuth2ClientCredentialsAuthenticationToken(
                client, granted(client.getName(), asked.getScopes()), asked.getAdditionalParameters());
    }

    static boolean provenByKey(OAuth2ClientAuthenticationToken client) {
        RegisteredClient registered = client.getRegisteredClient();
        return registered != null
                && ClientAuthenticationMethod.PRIVATE_KEY_JWT.equals(client.getClientAuthenticationMethod());
    }

    private Set<String> granted(String client, Set<String> asked) {
        List<SmartScope> may = keys.find(client).map(ClientKeys.Keyed::scopes).orElse(List.of());
        Set<String> granted = new LinkedHashSet<>();
        for (String text : asked) {
            // a wildcard is narrowed to what there is, so that the token never holds more than its client may
            SmartScope.of(text)
                    .ifPresent(scope -> may.stream()
                            .filter(scope::meets)
                            .forEach(one -> granted.add(common(scope, one).text())));
        }
        if (granted.isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_SCOPE,
                    "Ask for at least one of the scopes "
                            + String.join(
                                    " ", may.stream().map(SmartScope::text).toList()) + ".",
                    null));
        }
        return granted;
    }

    private static SmartScope common(SmartScope asked, SmartScope may) {
        StringBuilder acts = new StringBuilder();
        may.acts().chars().filter(act -> asked.acts().indexOf(act) >= 0).forEach(act -> acts.append((char) act));
        String resource = may.resource().equals("*") ? asked.resource() : may.resource();
        String text = "system/" + resource + "." + acts;
        return asked.resource().equals(resource) && asked.acts().contentEquals(acts)
                ? asked
                : new SmartScope(text, resource, acts.toString());
    }
}
