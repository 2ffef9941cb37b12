package org.caseward.standards;

import java.util.Optional;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.Finding;

/** A work status report names one: full duty, restricted or off work. */
final class WorkStatusMissing implements CompletenessRule {
    @Override
    public Optional<Finding> check(NormalisedReport report) {
        return WorkStatus.expected(report) && WorkStatus.status(report).equals("unknown")
                ? Optional.of(new Finding(
                        "work-status-missing",
                        "The work status is missing. Please state whether the patient may work in full, with restrictions, or not at all.",
                        WorkStatus.source(report)))
                : Optional.empty();
    }
}
