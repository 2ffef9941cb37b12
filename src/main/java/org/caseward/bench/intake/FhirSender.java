package org.caseward.bench.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.caseward.demo.senders.HubClient;

/** A DocumentReference with its text inline, about as large as the HL7 message. */
record FhirSender(URI base, HubClient hub) implements IntakeSender {
    private static final String TEXT =
            Base64.getEncoder().encodeToString(Messages.oru("text")).substring(0, 1200);

    @Override
    public String channel() {
        return "fhir";
    }

    @Override
    public Line open(int number) {
        return new Line() {
            @Override
            public void send(String id) throws IOException, InterruptedException {
                String body =
                        "{\"resourceType\":\"DocumentReference\",\"status\":\"current\",\"identifier\":[{\"value\":\""
                                + id
                                + "\"}],\"content\":[{\"attachment\":{\"contentType\":\"text/plain\",\"data\":\"" + TEXT
                                + "\"}}]}";
                HttpResponse<String> answer = hub.post(
                        URI.create(base + "/DocumentReference"),
                        "application/fhir+json",
                        body.getBytes(StandardCharsets.UTF_8));
                if (answer.statusCode() != 201) {
                    throw new IOException("The endpoint answered " + answer.statusCode());
                }
            }

            @Override
            public void close() {}
        };
    }
}
