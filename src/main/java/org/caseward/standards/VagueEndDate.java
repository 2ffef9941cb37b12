package org.caseward.standards;

import java.util.Optional;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.Finding;

/** "Until follow-up" and "4 weeks" are no dates. */
final class VagueEndDate implements CompletenessRule {
    @Override
    public Optional<Finding> check(NormalisedReport report) {
        return WorkStatus.vagueEnd(report)
                ? Optional.of(new Finding(
                        "vague-end-date",
                        "The end of the work status is not a date. Please replace words such as \"until follow-up\" or \"4 weeks\" by a calendar date.",
                        WorkStatus.source(report)))
                : Optional.empty();
    }
}
