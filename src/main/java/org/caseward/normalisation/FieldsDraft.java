package org.caseward.normalisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.normalisation.functions.Result;
import org.caseward.normalisation.mapping.ProgramWords;
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
    private static final String MISSING = ".missing";
    private static final int MOST_VALUES = 20;
    /** How many kinds of observation one report may name: fields that match cases are never crowded out by them. */
    private static final int MOST_OBSERVATIONS = 200;

    private static final String OBSERVATION = "observation.";

    /** Nobody wrote it; it is only what this sender's reports have in common. */
    private static final double SUPPOSED = 0.5;

    private final Map<String, List<FieldValue>> values = new LinkedHashMap<>();
    private final Map<String, Rule> expected = new LinkedHashMap<>();
    private final FieldsDraft earlier;
    private int observations;

    public FieldsDraft() {
        this.earlier = this;
    }

    /** One that gathers by itself what will stand behind the values of an earlier one, which conditions may look at. */
    FieldsDraft(FieldsDraft earlier) {
        this.earlier = earlier;
    }

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
                                found.evidence(),
                                rule.by()));
                yield true;
            }
            case Result.Unreadable unreadable -> {
                add(name + UNREADABLE, new FieldValue("", raw, 0, found.method(), found.evidence(), rule.by()));
                yield false;
            }
            case Result.Nothing nothing -> false;
        };
    }

    /** Whether the field has a value already. */
    public boolean hasValue(String name) {
        return values.containsKey(name);
    }

    /** The values of a field as texts, those of the earlier draft first. */
    Stream<String> texts(String name) {
        Stream<String> own = values.getOrDefault(name, List.of()).stream().map(FieldValue::value);
        return earlier == this ? own : Stream.concat(earlier.texts(name), own);
    }

    /** Notes that the rule spoke of this report: where nothing is found at the end, its default is put, or that it is missing. */
    public void expect(String name, Rule rule) {
        if (rule.expects()) {
            expected.putIfAbsent(name, rule);
        }
    }

    /** Puts defaults, and {@code <name>.missing} for what is required, where nothing was found; what was found unreadable is no longer missing. */
    void complete() {
        expected.forEach((name, rule) -> {
            if (!values.containsKey(name) && !values.containsKey(name + UNREADABLE)) {
                List<Evidence> places = List.of(new Evidence.AtPath(
                        rule.from().isEmpty()
                                ? rule.by()
                                : rule.from().getFirst().text()));
                rule.fallback()
                        .ifPresentOrElse(
                                text -> add(name, new FieldValue(text, "", SUPPOSED, "default", places, rule.by())),
                                () -> add(name + MISSING, new FieldValue("", "", 0, "none", places, rule.by())));
            }
        });
        expected.clear();
    }

    /** Nothing is expected of this field any more. */
    void release(String name) {
        expected.remove(name);
    }

    /** The program's words for values; what it knows no word for becomes unreadable for it. */
    void put(ProgramWords words) {
        words.byField().forEach((name, own) -> {
            for (FieldValue value : remove(name)) {
                Optional<String> word = own.of(value.value());
                add(
                        word.isPresent() ? name : name + UNREADABLE,
                        new FieldValue(
                                word.orElse(""),
                                value.raw().isEmpty() ? value.value() : value.raw(),
                                word.isPresent() ? value.confidence() : 0,
                                value.method(),
                                value.evidence(),
                                value.mapping()));
            }
        });
    }

    /** All of the other's values behind these. */
    void addAll(FieldsDraft other) {
        other.expected.forEach(expected::putIfAbsent);
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
        return new FieldValue(best.value(), best.raw(), best.confidence(), best.method(), both, best.mapping());
    }

    private static double rounded(double confidence) {
        return Math.round(Math.clamp(confidence, 0, 1) * 1000) / 1000.0;
    }
}
