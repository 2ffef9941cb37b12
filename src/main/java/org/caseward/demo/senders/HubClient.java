package org.caseward.demo.senders;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP with a bearer token that it fetches by client credentials (RFC 6749, 4.4) and renews in time. */
public final class HubClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI tokenUri;
    private final String basic;
    private String token = "";
    private Instant renewAt = Instant.EPOCH;

    public HubClient(URI tokenUri, String clientId, String clientSecret) {
        this.tokenUri = tokenUri;
        basic = Base64.getEncoder()
                .encodeToString((encoded(clientId) + ":" + encoded(clientSecret)).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IOException where the hub does not answer, or not with 200 */
    public JsonNode get(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                request(uri).header("Accept", "application/json").GET().build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The hub answered " + response.statusCode() + " to GET " + uri.getPath());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    public HttpResponse<String> post(URI uri, String mediaType, byte[] body) throws IOException, InterruptedException {
        return http.send(
                request(uri)
                        .header("Content-Type", mediaType)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(URI uri) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + token());
    }

    private synchronized String token() throws IOException, InterruptedException {
        if (Instant.now().isAfter(renewAt)) {
            HttpRequest ask = HttpRequest.newBuilder(tokenUri)
                    .timeout(PATIENCE)
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                    .build();
            HttpResponse<String> response = http.send(ask, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("The hub gave no token: it answered " + response.statusCode());
            }
            JsonNode granted = JsonMapper.shared().readTree(response.body());
            token = granted.path("access_token").asString("");
            renewAt = Instant.now().plusSeconds(granted.path("expires_in").asLong(60) / 2);
        }
        return token;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
