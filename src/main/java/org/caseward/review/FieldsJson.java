package org.caseward.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caseward.report.Box;
import org.caseward.report.Evidence;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;

/** Fields in the shape the JSON API shows: an object for a field with one value, a list where several. */
final class FieldsJson {
    private FieldsJson() {}

    static Map<String, Object> of(Fields fields) {
        Map<String, Object> shown = new LinkedHashMap<>();
        fields.values().forEach((name, values) -> {
            List<Map<String, Object>> all =
                    values.stream().map(FieldsJson::value).toList();
            shown.put(name, all.size() == 1 ? all.getFirst() : all);
        });
        return shown;
    }

    private static Map<String, Object> value(FieldValue value) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("value", value.value());
        shown.put("raw", value.raw());
        shown.put("confidence", value.confidence());
        shown.put("method", value.method());
        shown.put(
                "evidence", value.evidence().stream().map(FieldsJson::evidence).toList());
        if (!value.mapping().isEmpty()) {
            shown.put("mapping", value.mapping());
        }
        return shown;
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        return switch (evidence) {
            case Evidence.AtPath(String path) -> Map.of("path", path);
            case Evidence.OnPage(int page, Box box) ->
                Map.of("page", page, "box", List.of(box.x(), box.y(), box.w(), box.h()));
        };
    }
}
