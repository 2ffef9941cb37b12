package org.caseward.intake;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** A fax service on loopback: keeps the pages, signs its calls as Telnyx does, and calls again where it is told to. */
final class FaxService implements AutoCloseable {
    private final Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());
    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer media;

    FaxService() throws IOException {
        media = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        media.createContext("/", exchange -> {
            byte[] body = pages.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null || body.length == 0 ? -1 : body.length);
            if (body != null && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        media.start();
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(key.generatePublicKey().getEncoded());
    }

    String keep(String id, byte[] bytes) {
        pages.put("/" + id, bytes);
        return "http://127.0.0.1:" + media.getAddress().getPort() + "/" + id;
    }

    void forget() {
        pages.clear();
    }

    static String received(String id, String url) {
        return """
                {"data": {"event_type": "fax.received", "id": "e", "occurred_at": "2026-11-02T10:15:00Z", "payload": {"fax_id": "%s",
                 "direction": "inbound", "from": "+13125550100", "to": "+13125550192", "page_count": 1, "media_url": "%s"}}}""".formatted(id, url);
    }

    HttpResponse<String> call(URI hook, String body) throws IOException, InterruptedException {
        return call(hook, body, Instant.now(), key, BodyPublishers.ofString(body));
    }

    HttpResponse<String> callAt(URI hook, String body, Instant at) throws IOException, InterruptedException {
        return call(hook, body, at, key, BodyPublishers.ofString(body));
    }

    HttpResponse<String> forge(URI hook, String body) throws IOException, InterruptedException {
        return call(
                hook,
                body,
                Instant.now(),
                new Ed25519PrivateKeyParameters(new SecureRandom()),
                BodyPublishers.ofString(body));
    }

    HttpResponse<String> callSlowly(URI hook, String body) throws IOException, InterruptedException {
        InputStream slow =
                new java.io.SequenceInputStream(new Dawdling(body.substring(0, 20)), new Dawdling(body.substring(20)));
        return call(hook, body, Instant.now(), key, BodyPublishers.ofInputStream(() -> slow));
    }

    private HttpResponse<String> call(
            URI hook, String body, Instant at, Ed25519PrivateKeyParameters signer, BodyPublisher published)
            throws IOException, InterruptedException {
        String time = Long.toString(at.getEpochSecond());
        byte[] signed = (time + "|" + body).getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signature = new Ed25519Signer();
        signature.init(true, signer);
        signature.update(signed, 0, signed.length);
        return http.send(
                HttpRequest.newBuilder(hook)
                        .header("Content-Type", "application/json")
                        .header("telnyx-timestamp", time)
                        .header(
                                "telnyx-signature-ed25519",
                                Base64.getEncoder().encodeToString(signature.generateSignature()))
                        .POST(published)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Waits a little before it gives anything. */
    private static final class Dawdling extends java.io.ByteArrayInputStream {
        private boolean waited;

        Dawdling(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            if (!waited) {
                waited = true;
                try {
                    Thread.sleep(700);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return super.read(into, from, length);
        }
    }

    @Override
    public void close() {
        media.stop(0);
    }
}
