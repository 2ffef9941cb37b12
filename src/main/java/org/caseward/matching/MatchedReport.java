package org.caseward.matching;

import org.caseward.normalisation.NormalisedReport;

/** A report with its candidate cases and the gates' verdicts. */
public record MatchedReport(NormalisedReport normalised, MatchResult match) {
    @Override
    public String toString() {
        return "MatchedReport[" + normalised.extracted().received().id() + ", " + match.decision() + "]";
    }
}
