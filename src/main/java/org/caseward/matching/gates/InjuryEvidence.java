package org.caseward.matching.gates;

import java.util.List;
import java.util.Optional;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/** The right person may come with a new injury: something must tell that the report is about the injury of this case. */
final class InjuryEvidence implements FilingGate {
    private static final List<Trait> COMPARED = List.of(Trait.INJURY_DATE, Trait.BODY_PART, Trait.DIAGNOSIS);

    @Override
    public String name() {
        return "injury-evidence";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(target -> objection(placement.facts(), target));
    }

    private static Optional<String> objection(ReportFacts facts, ScoredCase target) {
        if (saidInVain(facts) && COMPARED.stream().allMatch(trait -> target.level(trait) == Level.MISSING)) {
            return Optional.of("what the report says of the injury can't be compared with the case, where it is not on file");
        }
        return Proof.injured(Proof.injury(target))
                ? Optional.empty()
                : Optional.of("neither the claim number nor the injury date agrees, so that it may be another injury");
    }

    /** A clinic keeps the number of an old case: with a word about the injury that nothing on file confirms, it is no evidence. */
    private static boolean saidInVain(ReportFacts facts) {
        return !facts.injuryDates().isEmpty() || !facts.bodyParts().isEmpty() || !facts.diagnoses().isEmpty();
    }
}
