package org.caseward.intake.fax.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.caseward.intake.Connection;
import org.caseward.report.OutageException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches a fax's pages from the service. Only from hosts that the service's connection names ({@code hosts}, comma-separated; {@code .name} means all below it), only over
 * https except on loopback, never by a redirect: an address in a call must not make the hub ask around in the agency's own network.
 */
@Component
class MediaFetch {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final int largest;

    MediaFetch(@Value("${caseward.fax.largest:104857600}") int largest) {
        this.largest = largest;
    }

    boolean allowed(Connection service, String address) {
        try {
            URI uri = new URI(address);
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            boolean sealedWay =
                    "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && LOOPBACK.contains(host);
            return uri.getHost() != null && uri.getUserInfo() == null && sealedWay && named(service, host);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean named(Connection service, String host) {
        return Arrays.stream(service.setting("hosts").orElse("").split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> name.startsWith(".") ? host.endsWith(name) : host.equals(name));
    }

    /** @throws OutageException where it can't be had now: the service calls again */
    byte[] fetch(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new OutageException(
                            "A fax service answered " + answer.statusCode() + " when its pages were fetched");
                }
                byte[] bytes = body.readNBytes(largest + 1);
                if (bytes.length > largest) {
                    throw new OutageException("A fax is larger than this hub takes; raise caseward.fax.largest");
                }
                return bytes;
            }
        } catch (IOException e) {
            throw new OutageException("A fax service's pages could not be fetched");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("Interrupted while a fax was fetched", e);
        }
    }
}
