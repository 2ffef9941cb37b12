package org.caseward.standards;

import java.util.Optional;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.FieldNames;
import org.caseward.report.Finding;

/** Who is restricted or off work is so until a date. */
final class RestrictionEndMissing implements CompletenessRule {
    @Override
    public Optional<Finding> check(NormalisedReport report) {
        boolean ends = report.fields()
                .text(FieldNames.WORK_STATUS_THROUGH)
                .filter(end -> !end.isBlank())
                .isPresent();
        return WorkStatus.limited(report) && !ends && !WorkStatus.vagueEnd(report)
                ? Optional.of(new Finding(
                        "restriction-end-missing",
                        "The end of the restriction or absence is missing. Please give the date through which it is expected to last.",
                        WorkStatus.source(report)))
                : Optional.empty();
    }
}
