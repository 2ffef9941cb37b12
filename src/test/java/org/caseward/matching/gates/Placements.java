package org.caseward.matching.gates;

import java.util.List;
import java.util.Set;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.ReportFixtures;
import org.caseward.matching.scoring.Frequencies;
import org.caseward.matching.scoring.KnownPerson;
import org.caseward.matching.scoring.Model;
import org.caseward.matching.scoring.Posterior;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.matching.scoring.ScoredPerson;
import org.caseward.normalisation.NormalisedReport;

/** Places a report among cases as matching does, without a database. */
final class Placements {
    private Placements() {}

    static Placement place(ReportFixtures fixture, CaseFile... known) {
        return place(fixture, true, known);
    }

    static Placement place(ReportFixtures fixture, boolean searchedWhole, CaseFile... known) {
        return place(fixture, searchedWhole ? Set.of() : Set.of(MatchKeys.Kind.NUMBER), known);
    }

    static Placement place(ReportFixtures fixture, Set<MatchKeys.Kind> skipped, CaseFile... known) {
        NormalisedReport report = fixture.build();
        ReportFacts facts = ReportFacts.of(report.fields());
        List<ScoredPerson> people = KnownPerson.group(List.of(known)).stream()
                .map(person -> ScoredPerson.of(facts, person, Frequencies.NONE, Model.CURRENT))
                .toList();
        return Placement.of(report, facts, people, skipped, Posterior.of(people, Frequencies.NONE, Model.CURRENT));
    }
}
