package org.caseward.standards;

import java.util.List;
import org.caseward.matching.MatchedReport;
import org.caseward.report.Finding;

/** A matched report with what the rules have to say about it. */
public record CheckedReport(MatchedReport matched, List<Finding> findings) {
    public CheckedReport {
        findings = List.copyOf(findings);
    }
}
