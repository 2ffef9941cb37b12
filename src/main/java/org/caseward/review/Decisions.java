package org.caseward.review;

import java.util.ArrayList;
import java.util.List;
import org.caseward.matching.MatchResult;
import org.caseward.matching.MatchResult.CaseMatch;
import org.caseward.report.Reason;
import org.caseward.standards.CheckedReport;
import org.springframework.stereotype.Component;

/** What a machine may decide: it files where matching says {@code auto} for every case named, and leaves everything else to a person, with the reasons. */
@Component("decisions")
public class Decisions {
    public Decision decide(CheckedReport report) {
        MatchResult match = report.matched().match();
        List<Reason> notes = report.matched().normalised().extracted().notes();
        if (notes.isEmpty()
                && match.decision() == MatchResult.Decision.AUTO
                && match.program().isPresent()
                && !match.cases().isEmpty()) {
            return new Decision.File(
                    report,
                    match.program().get(),
                    match.cases().stream().map(CaseMatch::caseNumber).toList());
        }
        return new Decision.Review(report, reasons(match, notes));
    }

    private static List<Reason> reasons(MatchResult match, List<Reason> notes) {
        // what could not be read may say anything, so it comes first
        List<Reason> reasons = new ArrayList<>(notes);
        if (match.decision() == MatchResult.Decision.NO_CASE) {
            reasons.add(new Reason(
                    "no-case", "No case was found that this report fits. Look for the person, or ask for a new case."));
        }
        match.gates().stream()
                .filter(gate -> !gate.passed())
                .forEach(gate -> reasons.add(new Reason(gate.name(), gate.reason())));
        if (reasons.isEmpty()) {
            reasons.add(new Reason("doubtful-match", "No case fits surely enough to file without a person."));
        }
        return reasons;
    }
}
