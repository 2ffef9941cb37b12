package org.caseward.standards;

import java.util.Optional;
import org.caseward.report.FieldNames;
import org.caseward.report.Finding;

/** The next visit that a report announces was over when the report came: there should be a newer one. */
final class FollowUpOverdue implements MedicalRule {
    @Override
    public Optional<Finding> check(Consideration about) {
        return WorkStatus.date(about.report(), FieldNames.FOLLOW_UP_DATE)
                .filter(visit -> visit.isBefore(about.received()) && visit.isAfter(about.day()))
                .map(visit -> new Finding(
                        "follow-up-overdue",
                        "The follow-up visit of " + visit
                                + " was over when this report came. Please send the report of that visit.",
                        "the report's own follow-up date"));
    }
}
