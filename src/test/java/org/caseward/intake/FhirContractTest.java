package org.caseward.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.caseward.intake.Answer.Accepted;
import org.caseward.intake.Answer.Refused;
import org.caseward.intake.Answer.SendAgain;
import org.caseward.testing.SmartPeer;
import org.junit.jupiter.api.BeforeEach;

/** FHIR, as a clinic's system speaks it: 201 is a receipt, 4xx a refusal, anything else means that it sends again. */
class FhirContractTest extends IntakeContract {
    private final HttpClient http = HttpClient.newHttpClient();
    private String token;

    @BeforeEach
    void aToken() {
        clients();
        token = PEER.token(httpPort, SmartPeer.ALL);
    }

    @Override
    Answer send(String key, String text) throws Exception {
        return post(token, HttpRequest.BodyPublishers.ofString(document(key, text)));
    }

    /** A system with a key and a token of its own issuer, whom nobody registered here. */
    @Override
    Answer sendAsStranger(String key, String text) throws Exception {
        String stranger = "stranger-" + UUID.randomUUID();
        fixture.connection(stranger, "fhir", stranger, "pd-medical");
        String theirs = SmartPeer.rsa(stranger).register(jdbc, stranger).token(httpPort, SmartPeer.ALL);
        jdbc.sql("update connection set enabled = false where id = ?")
                .param(stranger)
                .update();
        connections.refresh();
        return post(theirs, HttpRequest.BodyPublishers.ofString(document(key, text)));
    }

    @Override
    Answer sendBytes(String key, byte[] bytes) throws Exception {
        return post(token, HttpRequest.BodyPublishers.ofByteArray(bytes));
    }

    @Override
    Answer sendSlowly(String key, String text) throws Exception {
        byte[] whole = document(key, text).getBytes(StandardCharsets.UTF_8);
        return post(token, HttpRequest.BodyPublishers.ofInputStream(() -> new Dawdling(whole)));
    }

    @Override
    String route() {
        return "intake-fhir";
    }

    @Override
    byte[] tooMuch() {
        return document("big", "x".repeat(LARGEST_FHIR)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    byte[] truncated() {
        byte[] whole = document("cut", SECRET_WORD).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static String document(String key, String text) {
        String data = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return """
                {"resourceType": "DocumentReference", "status": "current", "masterIdentifier": {"value": "%s"}, "description": "%s",
                 "content": [{"attachment": {"contentType": "text/plain", "data": "%s"}}]}""".formatted(key, text, data);
    }

    private Answer post(String bearer, HttpRequest.BodyPublisher body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/fhir/DocumentReference"))
                        .header("Content-Type", "application/fhir+json")
                        .header("Authorization", "Bearer " + bearer)
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return switch (answer.statusCode() / 100) {
            case 2 -> new Accepted(answer.headers().firstValue("X-Receipt").orElse(""));
            case 4 -> new Refused(answer.body());
            default -> new SendAgain();
        };
    }

    /** Halts for a second in its middle. */
    private static final class Dawdling extends InputStream {
        private final byte[] bytes;
        private int at;

        Dawdling(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            if (at == bytes.length / 2) {
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            return at < bytes.length ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int one = read();
            if (one < 0) {
                return -1;
            }
            into[offset] = (byte) one;
            return 1;
        }
    }
}
