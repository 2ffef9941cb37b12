package org.caseward.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseward.demo.samples.Sample;
import org.caseward.demo.senders.HubClient;
import tools.jackson.databind.JsonNode;

/** Asks the hub's JSON API what became of a delivery. */
final class ReportsApi {
    private final HubClient hub;
    private final URI api;

    ReportsApi(HubClient hub, URI api) {
        this.hub = hub;
        this.api = api;
    }

    /** A report as the API shows it. */
    record Seen(String receipt, String state, Optional<String> caseNumber) {}

    /** The reports that came of a sample's bytes, newest first. */
    List<Seen> reportsOf(Sample sample) throws IOException, InterruptedException {
        // what carries no control id can only have been quarantined, and is known by its bytes
        String query = sample.controlId().isEmpty()
                ? "state=quarantined&channel=" + sample.channel().code()
                : "controlId=" + URLEncoder.encode(sample.controlId(), StandardCharsets.UTF_8);
        List<Seen> seen = new ArrayList<>();
        for (JsonNode item : all(query)) {
            JsonNode report = whole(item);
            if (!sample.keepsItsBytes() || report.path("sha256").asString("").equalsIgnoreCase(sample.sha256())) {
                seen.add(seen(report));
            }
        }
        return seen;
    }

    private List<JsonNode> all(String query) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode page = hub.get(URI.create(api + "/reports?" + query + cursor));
            page.path("items").forEach(items::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return items;
    }

    /** A list may show less of a report than the report itself does. */
    private JsonNode whole(JsonNode item) throws IOException, InterruptedException {
        return item.has("sha256") && item.has("match")
                ? item
                : hub.get(URI.create(api + "/reports/" + item.path("reportId").asString("")));
    }

    private static Seen seen(JsonNode report) {
        String number = report.path("match").path("caseNumber").asString("");
        return new Seen(
                report.path("receipt").asString(""),
                report.path("state").asString(""),
                Optional.of(number).filter(n -> !n.isEmpty()));
    }
}
