package org.caseward.standards;

import java.time.LocalDate;
import java.util.Optional;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.FieldNames;
import org.caseward.report.Finding;

/** A work status can't end before it starts. */
final class EndBeforeStart implements CompletenessRule {
    @Override
    public Optional<Finding> check(NormalisedReport report) {
        Optional<LocalDate> from = WorkStatus.date(report, FieldNames.WORK_STATUS_FROM);
        Optional<LocalDate> through = WorkStatus.date(report, FieldNames.WORK_STATUS_THROUGH);
        return from.isPresent() && through.isPresent() && through.get().isBefore(from.get())
                ? Optional.of(new Finding(
                        "end-before-start",
                        "The work status ends before it starts. Please correct one of the two dates.",
                        WorkStatus.source(report)))
                : Optional.empty();
    }
}
