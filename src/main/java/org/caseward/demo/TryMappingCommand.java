package org.caseward.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.caseward.demo.senders.HubClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code try-mapping FILE [--since 7d] [--program P] [--json] [--data DIR]}: asks a running hub what a changed mapping would read otherwise in kept reports. The hub is the demo's, or the
 * one that the environment names: {@code CASEWARD_API}, {@code CASEWARD_CLIENT}, {@code CASEWARD_SECRET}.
 */
public final class TryMappingCommand {
    private static final String USAGE = """
            usage: ./caseward try-mapping FILE [--since 7d|12h|2026-11-22] [--program P] [--json] [--data DIR]
              shows field by field what this mapping would read otherwise in reports that the hub keeps; changes nothing
              the hub: the demo's in DIR (data/demo), or CASEWARD_API=https://…/api CASEWARD_CLIENT=… CASEWARD_SECRET=…
            """;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    public TryMappingCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
    }

    private record Hub(HubClient client, URI api) {}

    /** @return 0 where it was tried, 1 where it could not be (its complaints are printed), 2 where the command makes no sense */
    public int run(List<String> arguments) throws InterruptedException {
        try {
            TryMappingArguments asked = TryMappingArguments.of(arguments);
            ObjectNode whole = tried(asked, hub(asked));
            if (asked.json()) {
                out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole));
            } else {
                tell(whole, asked.since());
            }
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return 2;
        } catch (IOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private Hub hub(TryMappingArguments asked) throws IOException {
        String api = environment.get("CASEWARD_API");
        if (api == null) {
            EndpointsView endpoints = EndpointsView.of(asked.data());
            EndpointsView.Client client = endpoints.apiClient();
            return new Hub(new HubClient(endpoints.token(), client.id(), client.secret()), endpoints.api());
        }
        URI base = URI.create(api);
        boolean here = List.of("127.0.0.1", "localhost", "::1").contains(String.valueOf(base.getHost()));
        if (!here && !"https".equals(base.getScheme())) {
            throw new IllegalArgumentException("CASEWARD_API must be https unless the hub is on this machine.");
        }
        return new Hub(
                new HubClient(
                        base.resolve("/oauth2/token"),
                        environment.getOrDefault("CASEWARD_CLIENT", ""),
                        environment.getOrDefault("CASEWARD_SECRET", "")),
                base);
    }

    private ObjectNode tried(TryMappingArguments asked, Hub hub) throws IOException, InterruptedException {
        ObjectNode request = JSON.createObjectNode()
                .put("text", Files.readString(asked.file()))
                .put("since", asked.since());
        asked.program().ifPresent(program -> request.put("program", program));
        ObjectNode whole = page(hub, request);
        long total = whole.path("total").asLong(0);
        long done = whole.path("tried").asLong(0);
        long unreadable = whole.path("unreadable").asLong(0);
        String next = whole.path("next").asString("");
        while (!next.isEmpty()) {
            err.printf(Locale.ROOT, "\r%,d of %,d reports", done, Math.max(total, done));
            ObjectNode page = page(hub, request.put("cursor", next));
            page.path("items").forEach(whole.withArray("items")::add);
            done += page.path("tried").asLong(0);
            unreadable += page.path("unreadable").asLong(0);
            next = page.path("next").asString("");
        }
        err.printf(Locale.ROOT, "\r%,d of %,d reports%n", done, Math.max(total, done));
        whole.put("tried", done).put("unreadable", unreadable).remove("next");
        return whole;
    }

    private static ObjectNode page(Hub hub, ObjectNode request) throws IOException, InterruptedException {
        HttpResponse<String> answer = hub.client()
                .post(
                        URI.create(hub.api() + "/mappings/try"),
                        "application/json",
                        request.toString().getBytes(StandardCharsets.UTF_8));
        JsonNode body = JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
        if (answer.statusCode() != 200) {
            throw new IOException(refusal(answer.statusCode(), body));
        }
        return (ObjectNode) body;
    }

    private static String refusal(int status, JsonNode body) {
        StringBuilder words =
                new StringBuilder(body.path("detail").asString("The hub answered " + status + " and did not try it."));
        body.path("complaints")
                .forEach(complaint -> words.append(System.lineSeparator())
                        .append("  ")
                        .append(complaint.path("file").asString(""))
                        .append(" line ")
                        .append(complaint.path("line").asInt(0))
                        .append(", ")
                        .append(complaint.path("field").asString(""))
                        .append(": ")
                        .append(complaint.path("text").asString("")));
        return words.toString();
    }

    private void tell(JsonNode whole, String since) {
        Map<String, Integer> fields = new TreeMap<>();
        whole.path("items").forEach(report -> {
            out.println(report.path("receipt").asString("") + "  "
                    + report.path("program").asString("unclaimed") + types(report));
            report.path("fields").forEach(field -> {
                fields.merge(field.path("field").asString("") + " " + change(field), 1, Integer::sum);
                out.println("    " + field.path("field").asString("") + ": " + change(field) + values(field));
            });
        });
        int differ = whole.path("items").size();
        out.println(differ == 0 ? "Nothing would be read otherwise." : differ + " report(s) would be read otherwise:");
        fields.forEach((field, count) -> out.println("    " + count + " x " + field));
        out.printf(
                Locale.ROOT,
                "Mapping %s, version %s, was tried on %,d report(s) received since %s; %,d of them can't be read by any mapping. Nothing was changed.%n",
                whole.path("mapping").path("id").asString(""),
                whole.path("mapping").path("version").asString(""),
                whole.path("tried").asLong(0),
                since,
                whole.path("unreadable").asLong(0));
    }

    private static String types(JsonNode report) {
        String before = report.path("documentType").path("before").asString("");
        String after = report.path("documentType").path("after").asString("");
        return before.equals(after) ? "" : "  " + before + " -> " + after;
    }

    private static String change(JsonNode field) {
        return field.path("change").asString("").replace('-', ' ');
    }

    /** Nothing where this client may not read reports. */
    private static String values(JsonNode field) {
        return field.path("after").isArray()
                ? ", " + list(field.path("before")) + " -> " + list(field.path("after"))
                : "";
    }

    private static String list(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asString("")));
        return texts.isEmpty() ? "(nothing)" : String.join(" | ", texts);
    }
}
