package org.caseward.matching.gates;

import java.util.Optional;
import org.caseward.matching.scoring.ScoredCase;

/** The right person may come with a new injury: something must tell that the report is about the injury of this case. */
final class InjuryEvidence implements FilingGate {
    @Override
    public String name() {
        return "injury-evidence";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(InjuryEvidence::objection);
    }

    private static Optional<String> objection(ScoredCase target) {
        return Proof.injured(Proof.injury(target))
                ? Optional.empty()
                : Optional.of("neither the claim number nor the injury date agrees, so that it may be another injury");
    }
}
