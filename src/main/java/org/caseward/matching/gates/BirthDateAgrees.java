package org.caseward.matching.gates;

import java.util.Optional;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/** The birth date is there on both sides and equal. */
final class BirthDateAgrees implements FilingGate {
    @Override
    public String name() {
        return "birth-date-agrees";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(BirthDateAgrees::objection);
    }

    private static Optional<String> objection(ScoredCase target) {
        Level level = target.level(Trait.BIRTH_DATE);
        return level == Level.EXACT ? Optional.empty() : Optional.of("birth date " + level.words());
    }
}
