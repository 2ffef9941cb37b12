package org.caseward.standards;

import java.util.List;
import org.caseward.matching.MatchedReport;
import org.caseward.report.Finding;
import org.springframework.stereotype.Component;

/** Asks every rule what it has to say about a report, and keeps all of it. */
@Component("standards")
public class Standards {
    public CheckedReport check(MatchedReport report) {
        List<Finding> findings = CompletenessRule.ALL.stream()
                .flatMap(rule -> rule.check(report.normalised()).stream())
                .toList();
        return new CheckedReport(report, findings);
    }
}
