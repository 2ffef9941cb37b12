package org.caseward.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The values of a report by field name (see {@link FieldNames}); a field may have several values, best first. */
public record Fields(SequencedMap<String, List<FieldValue>> values) {
    public static final Fields NONE = new Fields(new LinkedHashMap<>());

    public Fields {
        SequencedMap<String, List<FieldValue>> copy = new LinkedHashMap<>();
        new TreeMap<>(values).forEach((name, list) -> {
            if (!list.isEmpty()) {
                copy.put(name, List.copyOf(list));
            }
        });
        values = java.util.Collections.unmodifiableSequencedMap(copy);
    }

    public static Fields of(Map<String, List<FieldValue>> values) {
        return new Fields(new LinkedHashMap<>(values));
    }

    public List<FieldValue> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public Optional<FieldValue> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The first value's normalised text. */
    public Optional<String> text(String name) {
        return first(name).map(FieldValue::value);
    }

    @Override
    public String toString() {
        return "Fields" + values.keySet();
    }
}
