package org.caseward.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.caseward.demo.senders.Postbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code DIR/endpoints.json} says of a running hub, as far as a provider of the channels built so far needs it.
 *
 * @param api the base of the JSON API, ends with {@code /api}
 * @param fhir the FHIR base
 */
public record EndpointsView(
        long pid,
        URI ui,
        URI api,
        URI fhir,
        URI token,
        Client apiClient,
        Optional<Mllp> mllp,
        Optional<Path> faxSpool,
        Optional<Postbox.Server> smtp) {

    public record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    public record Mllp(String host, int port) {}

    /** @throws IOException where no hub runs with that data, or the file is not one of ours */
    public static EndpointsView of(Path data) throws IOException {
        Path file = data.resolve("endpoints.json");
        if (!Files.exists(file)) {
            throw new IOException("No hub is running with the data in " + data
                    + " (there is no endpoints.json). Start one with ./caseward demo --data " + data);
        }
        return parse(Files.readString(file));
    }

    static EndpointsView parse(String json) {
        JsonNode root = JsonMapper.shared().readTree(json);
        JsonNode client = root.path("apiClient");
        return new EndpointsView(
                root.path("pid").asLong(0),
                uri(root, "ui"),
                underApi(uri(root, "api")),
                uri(root, "fhir"),
                uri(root, "token"),
                new Client(
                        client.path("clientId").asString(""),
                        client.path("clientSecret").asString("")),
                part(root, "mllp")
                        .map(m -> new Mllp(
                                m.path("host").asString(""), m.path("port").asInt(0))),
                part(root, "faxSpool").map(f -> Path.of(f.path("dir").asString(""))),
                part(root, "smtp").map(EndpointsView::smtp));
    }

    private static Postbox.Server smtp(JsonNode smtp) {
        return new Postbox.Server(
                smtp.path("host").asString(""),
                smtp.path("port").asInt(0),
                smtp.path("user").asString(""),
                smtp.path("password").asString(""),
                smtp.path("address").asString(""),
                Path.of(smtp.path("caFile").asString("")));
    }

    private static Optional<JsonNode> part(JsonNode root, String name) {
        return Optional.of(root.path(name)).filter(JsonNode::isObject);
    }

    private static URI uri(JsonNode root, String name) {
        return URI.create(root.path(name).asString("").replaceAll("/+$", ""));
    }

    private static URI underApi(URI api) {
        return api.getPath().endsWith("/api") ? api : URI.create(api + "/api");
    }
}
