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
    private final Proof proof;
    private String token = "";
    private Instant renewAt = Instant.EPOCH;

    /** A client with a secret. */
    public HubClient(URI tokenUri, String clientId, String clientSecret) {
        this(tokenUri, new Secret(clientId, clientSecret));
    }

    /** A client with a key of its own. */
    public HubClient(URI tokenUri, SignedProof proof) {
        this(tokenUri, (Proof) proof);
    }

    private HubClient(URI tokenUri, Proof proof) {
        this.tokenUri = tokenUri;
        this.proof = proof;
    }

    /** How a client shows that it is itself. */
    interface Proof {
        /** Puts what is needed into the request for a token and returns the rest of its form. */
        String prove(URI tokenUri, HttpRequest.Builder request) throws IOException;
    }

    private record Secret(String id, String secret) implements Proof {
        @Override
        public String prove(URI tokenUri, HttpRequest.Builder request) {
            String pair = encoded(id) + ":" + encoded(secret);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            return "";
        }

        @Override
        public String toString() {
            return "Secret[" + id + "]";
        }
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
            HttpRequest.Builder ask = HttpRequest.newBuilder(tokenUri)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/x-www-form-urlencoded");
            String form = "grant_type=client_credentials" + proof.prove(tokenUri, ask);
            HttpResponse<String> response =
                    http.send(ask.POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("The hub gave no token: it answered " + response.statusCode());
            }
            JsonNode granted = JsonMapper.shared().readTree(response.body());
            token = granted.path("access_token").asString("");
            renewAt = Instant.now().plusSeconds(granted.path("expires_in").asLong(60) / 2);
        }
        return token;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
