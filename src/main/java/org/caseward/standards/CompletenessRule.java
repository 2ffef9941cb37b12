package org.caseward.standards;

import java.util.List;
import java.util.Optional;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.Finding;

/**
 * One thing that a complete report has.
 *
 * <p>A rule owes: one of the contract's finding ids; words that a clinic can act on; the source that demands it; no value of the patient in any of them.
 */
interface CompletenessRule {
    List<CompletenessRule> ALL = List.of(
            new MinimumDataMissing(),
            new WorkStatusMissing(),
            new RestrictionEndMissing(),
            new VagueEndDate(),
            new EndBeforeStart(),
            new SignatureMissing(),
            new ExplanationMissing());

    Optional<Finding> check(NormalisedReport report);
}
