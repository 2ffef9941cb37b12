package org.caseward.demo.senders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts FHIR R4 resources and transactions. */
public final class FhirClient {
    private final HubClient hub;
    private final URI base;

    public FhirClient(HubClient hub, URI base) {
        this.hub = hub;
        this.base = base;
    }

    /** @param path a resource type, or empty for a transaction */
    public Answer post(String path, byte[] json) throws IOException, InterruptedException {
        URI uri = path.isEmpty() ? base : URI.create(base + "/" + path);
        HttpResponse<String> response = hub.post(uri, "application/fhir+json", json);
        String receipt = response.headers().firstValue("X-Receipt").orElse("");
        String words = response.statusCode() < 300 ? receipt : outcome(response.body());
        return new Answer(String.valueOf(response.statusCode()), words);
    }

    /** The path that a resource goes to: a transaction to the base, attachments to their operation, another to its type. */
    public static String pathOf(byte[] json) {
        try {
            String type =
                    JsonMapper.shared().readTree(json).path("resourceType").asString("");
            return switch (type) {
                case "Bundle" -> "";
                case "Parameters" -> "$submit-attachment";
                default -> type;
            };
        } catch (JacksonException e) {
            return "";
        }
    }

    private static String outcome(String body) {
        try {
            JsonNode issue = JsonMapper.shared().readTree(body).path("issue").path(0);
            String where = issue.path("expression").path(0).asString("");
            return (issue.path("diagnostics").asString("") + (where.isEmpty() ? "" : " (" + where + ")")).strip();
        } catch (JacksonException e) {
            return "";
        }
    }
}
