package org.caseward.matching.gates;

import java.util.Arrays;
import org.caseward.casefile.CaseFile;
import org.caseward.matching.ReportFixtures;
import org.caseward.matching.scoring.Model;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.normalisation.NormalisedReport;

/** Places a report among cases as matching does, without a database. */
final class Placements {
    private static final double RARE = 0.002;

    private Placements() {}

    static Placement place(ReportFixtures fixture, CaseFile... known) {
        return place(fixture, true, known);
    }

    static Placement place(ReportFixtures fixture, boolean searchedWhole, CaseFile... known) {
        NormalisedReport report = fixture.build();
        ReportFacts facts = ReportFacts.of(report.fields());
        return Placement.of(
                report,
                facts,
                Arrays.stream(known)
                        .map(file -> ScoredCase.of(facts, file, RARE, Model.CURRENT))
                        .toList(),
                searchedWhole);
    }
}
