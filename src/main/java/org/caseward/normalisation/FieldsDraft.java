package org.caseward.normalisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caseward.normalisation.functions.Result;
import org.caseward.normalisation.mapping.Rule;
import org.caseward.report.Evidence;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;

/**
 * Fields as they are gathered. The same value found again adds its evidence; another value stands beside the first. A text that can't be read as what its field
 * is stays out of that field: it is kept as {@code <name>.unreadable}, with an empty value, its raw text and confidence 0.
 */
public final class FieldsDraft {
    private static final String UNREADABLE = ".unreadable";
    private static final int MOST_VALUES = 20;
    /** How many kinds of observation one report may name: fields that match cases are never crowded out by them. */
    private static final int MOST_OBSERVATIONS = 200;

    private static final String OBSERVATION = "observation.";

    private final Map<String, List<FieldValue>> values = new LinkedHashMap<>();
    private int observations;

    /** Takes what a rule found; tells whether it became a value. */
    public boolean take(String name, Rule rule, Found found) {
        String raw = rule.with().keepable(found.raw());
        return switch (rule.with().apply(found.raw())) {
            case Result.Meant meant -> {
                add(
                        name,
                        new FieldValue(
                                meant.value(),
                                raw,
                                rounded(found.confidence() * meant.certainty()),
                                found.method(),
                                found.evidence()));
                yield true;
            }
            case Result.Unreadable unreadable -> {
                add(name + UNREADABLE, new FieldValue("", raw, 0, found.method(), found.evidence()));
                yield false;
            }
            case Result.Nothing nothing -> false;
        };
    }

    /** Whether the field has a value already. */
    public boolean hasValue(String name) {
        return values.containsKey(name);
    }

    /** All of the other's values behind these. */
    void addAll(FieldsDraft other) {
        other.values.forEach((name, list) -> list.forEach(value -> add(name, value)));
    }

    List<FieldValue> remove(String name) {
        List<FieldValue> removed = values.remove(name);
        return removed == null ? List.of() : removed;
    }

    Fields fields() {
        return Fields.of(values);
    }

    private void add(String name, FieldValue value) {
        if (name.startsWith(OBSERVATION) && !values.containsKey(name) && ++observations > MOST_OBSERVATIONS) {
            return;
        }
        List<FieldValue> list = values.computeIfAbsent(name, any -> new ArrayList<>());
        for (int i = 0; i < list.size(); i++) {
            if (isSame(list.get(i), value)) {
                list.set(i, joined(list.get(i), value));
                return;
            }
        }
        if (list.size() < MOST_VALUES) {
            list.add(value);
        }
    }

    private static boolean isSame(FieldValue one, FieldValue other) {
        return one.value().equalsIgnoreCase(other.value())
                && (!one.value().isEmpty() || one.raw().equals(other.raw()));
    }

    /** The surer reading's words, and the evidence of both. */
    private static FieldValue joined(FieldValue one, FieldValue other) {
        FieldValue best = other.confidence() > one.confidence() ? other : one;
        List<Evidence> both = Stream.concat(one.evidence().stream(), other.evidence().stream())
                .distinct()
                .toList();
        return new FieldValue(best.value(), best.raw(), best.confidence(), best.method(), both);
    }

    private static double rounded(double confidence) {
        return Math.round(Math.clamp(confidence, 0, 1) * 1000) / 1000.0;
    }
}
