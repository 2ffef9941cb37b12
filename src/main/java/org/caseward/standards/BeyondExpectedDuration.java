package org.caseward.standards;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.caseward.casefile.CaseFile;
import org.caseward.report.FieldNames;
import org.caseward.report.Finding;

/**
 * Keeps somebody off work for longer than people with that condition usually are. Counted in calendar days with both ends, as the published medians are (29 CFR 1904.7(b)(3)(iv)),
 * over what this one report says: spells of earlier reports are not added.
 */
final class BeyondExpectedDuration implements MedicalRule {
    @Override
    public Optional<Finding> check(Consideration about) {
        return WorkStatus.status(about.report()).equals("off_work")
                ? days(about).flatMap(days -> expected(about).flatMap(row -> finding(days, row)))
                : Optional.empty();
    }

    private static Optional<Long> days(Consideration about) {
        LocalDate from =
                WorkStatus.date(about.report(), FieldNames.WORK_STATUS_FROM).orElseGet(about::day);
        return WorkStatus.date(about.report(), FieldNames.WORK_STATUS_THROUGH)
                .filter(through -> !through.isBefore(from))
                .map(through -> ChronoUnit.DAYS.between(from, through) + 1);
    }

    /** By the report's diagnoses; where it names none, by those accepted on the case. */
    private static Optional<ExpectedDuration> expected(Consideration about) {
        List<String> named = about.diagnoses();
        List<String> diagnoses = named.isEmpty()
                ? Consideration.codes(about.file().map(CaseFile::diagnoses).orElse(List.of()))
                : named;
        return about.durations().of(diagnoses, about.program(), about.day());
    }

    private static Optional<Finding> finding(long days, ExpectedDuration row) {
        if (row.atRisk().isPresent() && days > row.atRisk().getAsInt()) {
            return Optional.of(new Finding(
                    "beyond-at-risk",
                    "Off work for " + days + " days; with " + row.condition() + " the at-risk day is "
                            + row.atRisk().getAsInt() + ". Ask what keeps the patient from returning.",
                    row.cited()));
        }
        return days > row.median()
                ? Optional.of(new Finding(
                        "beyond-median",
                        "Off work for " + days + " days; the median with " + row.condition() + " is " + row.median()
                                + ". Half of all are longer away, so this alone is no fault.",
                        row.cited()))
                : Optional.empty();
    }
}
