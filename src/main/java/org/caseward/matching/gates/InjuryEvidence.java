package org.caseward.matching.gates;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.matching.scoring.ScoredCase;

/** The right person may come with a new injury: something must tell that the report is about the injury of this case. */
final class InjuryEvidence implements FilingGate {
    /** What a clinic that has kept an old number does not copy along with it. Its own name it does. */
    private static final Set<Proof.Injury> OF_THE_INJURY = EnumSet.of(Proof.Injury.DATE, Proof.Injury.SITE);

    @Override
    public String name() {
        return "injury-evidence";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(target -> objection(placement.facts(), target));
    }

    private static Optional<String> objection(ReportFacts facts, ScoredCase target) {
        Set<Proof.Injury> agreeing = Proof.injury(target);
        if (!Proof.injured(agreeing)) {
            return Optional.of("neither the claim number nor the injury date agrees, so that it may be another injury");
        }
        return Collections.disjoint(agreeing, OF_THE_INJURY) && tellsOfAnInjury(facts)
                ? Optional.of(
                        "the claim number is this case's, but neither day nor place of the injury on the report agrees with it: an old number may stand on a new injury")
                : Optional.empty();
    }

    /** A laboratory's result tells of no injury: there the claim number is all that can be asked for. */
    private static boolean tellsOfAnInjury(ReportFacts facts) {
        return !facts.injuryDates().isEmpty()
                || !facts.bodyParts().isEmpty()
                || !facts.diagnoses().isEmpty();
    }
}
