package org.caseward.standards;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long people are away from work with a condition: one row of a table.
 *
 * @param code the beginning of ICD-10-CM codes, without the dot ({@code G560}); empty for all
 * @param median half of the people are back after so many calendar days
 * @param atRisk from this many calendar days on somebody should ask why; unknown in tables that say none
 * @param until the first day on which the row does not count any more
 * @param program whose table it is; empty for all
 * @param source who says so, with {@code version} as the table names it
 */
record ExpectedDuration(
        String code,
        String condition,
        int median,
        OptionalInt atRisk,
        LocalDate from,
        Optional<LocalDate> until,
        String program,
        String source,
        String version) {
    boolean fits(String diagnosis, String asked, LocalDate day) {
        return diagnosis.startsWith(code)
                && (program.isEmpty() || program.equals(asked))
                && !day.isBefore(from)
                && until.map(day::isBefore).orElse(true);
    }

    String cited() {
        return source + ", " + version;
    }
}
