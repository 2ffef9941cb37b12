package org.caseward.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.gates.FilingGate;
import org.caseward.matching.gates.Placement;
import org.caseward.matching.scoring.Frequencies;
import org.caseward.matching.scoring.KnownPerson;
import org.caseward.matching.scoring.Model;
import org.caseward.matching.scoring.Posterior;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.matching.scoring.ScoredPerson;
import org.caseward.normalisation.NormalisedReport;

/** Matching without a database: weighs a report against people who were found, and lets every gate speak. Holds no state of a report; any number of threads may share it. */
public final class Matcher {
    private final Model model;
    private final Frequencies frequencies;

    public Matcher(Model model, Frequencies frequencies) {
        this.model = model;
        this.frequencies = frequencies;
    }

    public Model model() {
        return model;
    }

    /**
     * @param people everybody who shares a search key with the report, each with all cases
     * @param skipped of what kind the keys were that so many people share that they were not followed
     */
    public Judgement judge(NormalisedReport report, List<KnownPerson> people, Set<MatchKeys.Kind> skipped) {
        return judge(report, ReportFacts.of(report.fields()), people, skipped);
    }

    /** @param facts those of the report, where they were prepared for its search keys already */
    public Judgement judge(
            NormalisedReport report, ReportFacts facts, List<KnownPerson> people, Set<MatchKeys.Kind> skipped) {
        List<ScoredPerson> scored = new ArrayList<>(people.size());
        for (KnownPerson person : people) {
            scored.add(ScoredPerson.of(facts, person, frequencies, model));
        }
        Posterior posterior = Posterior.of(scored, frequencies, model);
        Placement placement = Placement.of(report, facts, scored, skipped, posterior);
        return new Judgement(placement, Judgement.ask(placement, FilingGate.ALL), model);
    }
}
