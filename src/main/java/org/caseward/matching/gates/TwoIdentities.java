package org.caseward.matching.gates;

import java.util.Optional;
import org.caseward.matching.scoring.ScoredCase;

/** A name and one thing more are too little: two independent groups must point to the same person beyond the name. */
final class TwoIdentities implements FilingGate {
    @Override
    public String name() {
        return "two-identities";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(TwoIdentities::objection);
    }

    private static Optional<String> objection(ScoredCase target) {
        return Proof.identified(Proof.identity(target))
                ? Optional.empty()
                : Optional.of(
                        "beyond the name, fewer than two of these agree: birth date, SSN last four, employee number, claim number or injury, phone or address");
    }
}
