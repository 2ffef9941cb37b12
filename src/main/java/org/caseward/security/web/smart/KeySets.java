package org.caseward.security.web.smart;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The public keys of a client: as registered, and as it serves them itself. A served set is kept for five minutes and asked again for a key that is not in it, at most
 * every thirty seconds; while its server is down the last one goes on for ten minutes.
 */
@Component
public class KeySets {
    /** Bits; NIST SP 800-131A allows no shorter RSA key for signatures. */
    private static final int SHORTEST_RSA = 2048;

    private static final int PATIENCE_MILLIS = 3_000;
    private static final int LARGEST_SET = 100_000;

    private final LoadingCache<String, JWKSource<SecurityContext>> served = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterAccess(Duration.ofDays(1))
            .build(KeySets::served);

    JWKSource<SecurityContext> of(ClientKeys.Keyed client) {
        return (selector, context) -> {
            List<JWK> found = new ArrayList<>();
            for (String set : client.sets()) {
                found.addAll(selector.select(parsed(set)));
            }
            // a client's own server is only asked where no registered key fits
            if (found.isEmpty()) {
                for (String url : client.urls()) {
                    found.addAll(fetched(url, selector, context));
                }
            }
            return found.stream().filter(KeySets::strong).toList();
        };
    }

    private List<JWK> fetched(String url, JWKSelector selector, SecurityContext context) throws KeySourceException {
        try {
            return served.get(url).get(selector, context);
        } catch (IllegalArgumentException e) {
            throw new KeySourceException("The registered address of the key set is none", e);
        }
    }

    private static JWKSet parsed(String set) throws KeySourceException {
        try {
            return JWKSet.parse(set).toPublicJWKSet();
        } catch (ParseException e) {
            throw new KeySourceException("The registered key set is none", e);
        }
    }

    private static boolean strong(JWK key) {
        return switch (key) {
            case RSAKey rsa -> rsa.size() >= SHORTEST_RSA;
            case ECKey _ -> true;
            default -> false;
        };
    }

    private static JWKSource<SecurityContext> served(String address) {
        return JWKSourceBuilder.<SecurityContext>create(url(address), new Straight())
                .outageTolerant(Duration.ofMinutes(10).toMillis())
                .build();
    }

    /** HTTPS; in the clear only from this machine itself. */
    private static URL url(String address) {
        URI uri = URI.create(address);
        boolean here = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && here)) {
            throw new IllegalArgumentException("A key set is only fetched by https");
        }
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Follows nobody elsewhere: the address is what was registered. */
    private static final class Straight extends DefaultResourceRetriever {
        Straight() {
            super(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_SET);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}
