package org.caseward.standards;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All tables of expected durations together. */
record Durations(List<ExpectedDuration> rows) {
    /** A program's own table before everybody's, the narrower code before the wider, the newer table before the older. */
    private static final Comparator<ExpectedDuration> FITTEST = Comparator.comparing(
                    (ExpectedDuration row) -> !row.program().isEmpty())
            .thenComparing(row -> row.code().length())
            .thenComparing(ExpectedDuration::from);

    static final Durations NONE = new Durations(List.of());

    Durations {
        rows = List.copyOf(rows);
    }

    /** What to expect of these diagnoses: of several the longest, for nobody is back before the worst of them allows. */
    Optional<ExpectedDuration> of(Collection<String> diagnoses, String program, LocalDate day) {
        Collection<String> asked = diagnoses.isEmpty() ? List.of("") : diagnoses;
        return asked.stream()
                .flatMap(code -> rows.stream().filter(row -> row.fits(code, program, day)).max(FITTEST).stream())
                .max(Comparator.comparingInt(ExpectedDuration::median));
    }
}
