package org.caseward.bench.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A service that calls for each fax and hands its pages over with the call, as Documo does. */
record WebhookSender(URI hook, String secret, String called, HttpClient http) implements IntakeSender {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOUNDARY = "bench-of-faxes";

    @Override
    public String channel() {
        return "webhook";
    }

    @Override
    public Line open(int number) {
        return new Line() {
            @Override
            public void send(String id) throws IOException, InterruptedException {
                HttpRequest call = HttpRequest.newBuilder(hook)
                        .timeout(PATIENCE)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form(id)))
                        .build();
                int status =
                        http.send(call, HttpResponse.BodyHandlers.discarding()).statusCode();
                if (status != 200) {
                    throw new IOException("The webhook answered " + status);
                }
            }

            @Override
            public void close() {}
        };
    }

    private byte[] form(String id) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map.of(
                        "messageId",
                        id,
                        "direction",
                        "inbound",
                        "faxCallerId",
                        BenchDirectory.CALLER,
                        "faxNumber",
                        called,
                        "pagesCount",
                        "1")
                .forEach((name, value) -> body.writeBytes(ascii("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
        body.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + id
                + ".tif\"\r\nContent-Type: image/tiff\r\n\r\n"));
        body.writeBytes(Pages.tiff(id));
        body.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
