package org.caseward.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.matching.MatchResult;
import org.caseward.report.Box;
import org.caseward.report.Evidence;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;
import org.caseward.report.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a report's values as they lie in the database, which is how the JSON API shows them (written by {@link FieldsJson} and {@link Recorder}). */
@Component
class ReportJson {
    private final JsonMapper json = JsonMapper.builder().build();

    JsonNode tree(@Nullable String stored) {
        return stored == null ? json.nullNode() : json.readTree(stored);
    }

    Fields fields(JsonNode stored) {
        Map<String, List<FieldValue>> values = new LinkedHashMap<>();
        stored.propertyStream().forEach(field -> values.put(field.getKey(), values(field.getValue())));
        return Fields.of(values);
    }

    private static List<FieldValue> values(JsonNode stored) {
        return stored.isArray() ? stored.valueStream().map(ReportJson::value).toList() : List.of(value(stored));
    }

    private static FieldValue value(JsonNode stored) {
        List<Evidence> evidence = new ArrayList<>();
        stored.path("evidence").valueStream().forEach(place -> evidence.add(place(place)));
        String value = stored.path("value").asString("");
        return new FieldValue(
                value,
                stored.path("raw").asString(value),
                stored.path("confidence").asDouble(0),
                stored.path("method").asString(""),
                evidence,
                stored.path("mapping").asString(""));
    }

    private static Evidence place(JsonNode stored) {
        if (stored.has("path")) {
            return new Evidence.AtPath(stored.path("path").asString());
        }
        JsonNode box = stored.path("box");
        return new Evidence.OnPage(
                stored.path("page").asInt(),
                new Box(
                        box.path(0).asDouble(),
                        box.path(1).asDouble(),
                        box.path(2).asDouble(),
                        box.path(3).asDouble()));
    }

    Optional<MatchResult> match(JsonNode stored) {
        return stored.isObject() ? Optional.of(json.treeToValue(stored, MatchResult.class)) : Optional.empty();
    }

    List<Finding> findings(JsonNode stored) {
        return stored.valueStream()
                .map(finding -> json.treeToValue(finding, Finding.class))
                .toList();
    }

    /** The match as the API shows it: {@code caseNumber} stands there only where it is exactly one. */
    JsonNode shownMatch(JsonNode stored) {
        JsonNode cases = stored.path("cases");
        if (!stored.isObject() || cases.size() != 1) {
            return stored;
        }
        ObjectNode shown = (ObjectNode) stored.deepCopy();
        return shown.put("caseNumber", cases.get(0).path("caseNumber").asString());
    }
}
