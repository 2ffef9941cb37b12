package org.caseward.standards;

import java.util.List;
import java.util.Optional;
import org.caseward.report.Finding;

/**
 * One thing that a coordinator should know about a report beside the case it seems to belong to.
 *
 * <p>A rule owes the same as a {@link CompletenessRule}. It never says that a report is wrong: it shows what stands against what, and a person judges.
 */
interface MedicalRule {
    List<MedicalRule> ALL = List.of(
            new BeyondExpectedDuration(), new FollowUpOverdue(), new DiagnosisUnrelated(), new PossibleRecurrence());

    Optional<Finding> check(Consideration consideration);
}
