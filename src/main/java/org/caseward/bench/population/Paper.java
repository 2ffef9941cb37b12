package org.caseward.bench.population;

import static org.caseward.bench.population.Draws.chance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;

/** A report being written: fields are put on it as its way of coming has them, with what that way does to them. */
final class Paper {
    private final Way way;
    private final Roughness rough;
    private final Confusions confusions;
    private final RandomGenerator random;
    private final Map<String, List<FieldValue>> fields = new HashMap<>();

    Paper(Way way, Roughness rough, Confusions confusions, RandomGenerator random) {
        this.way = way;
        this.rough = rough;
        this.confusions = confusions;
        this.random = random;
    }

    /** Whether this report says such a thing; asked once a field. */
    boolean says(String field) {
        return chance(random, rough.said(way.present(field)));
    }

    /** Whether the writer slips here. */
    boolean slips() {
        return chance(random, rough.error(way.slips));
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    void put(String field, String value) {
        String read = read(value);
        fields.computeIfAbsent(field, f -> new ArrayList<>(1))
                .add(new FieldValue(read, read, confidence(read.equals(value)), way.method, List.of()));
    }

    void put(String field, LocalDate date) {
        String read = read(date.toString());
        // what the machine made no date of is no value
        Faults.parsed(read)
                .ifPresent(d -> fields.put(
                        field, List.of(new FieldValue(read, read, confidence(d.equals(date)), way.method, List.of()))));
    }

    /** A name as the writer writes it down, by hand or by ear. */
    String written(String name) {
        if (!slips()) {
            return name;
        }
        return random.nextInt(3) == 0 ? confusions.misheard(name, random) : Faults.typo(name, random);
    }

    /** Some write names in capitals. */
    void name(String field, String name) {
        put(field, random.nextInt(5) < 2 ? name.toUpperCase(java.util.Locale.ROOT) : name);
    }

    private String read(String value) {
        if (way.misread == 0) {
            return value;
        }
        String read = value;
        for (int i = 0; i < read.length(); i++) {
            if (chance(random, rough.error(way.misread))) {
                read = confusions.misread(read, i, random);
            }
        }
        return read.isBlank() ? value : read;
    }

    /** A machine is mostly, not always, in doubt where it misread. */
    private double confidence(boolean right) {
        if (way.misread == 0) {
            return 1;
        }
        if (right) {
            return chance(random, 0.05) ? 0.60 + random.nextDouble() * 0.2 : 0.82 + random.nextDouble() * 0.17;
        }
        return 0.45 + random.nextDouble() * 0.5;
    }

    NormalisedReport finish() {
        return way.report(Fields.of(fields));
    }

    /** Whether anything on it tells of which injury it speaks. */
    boolean tellsTheInjury() {
        return has(FieldNames.INJURY_DATE) || has(FieldNames.BODY_PART);
    }
}
