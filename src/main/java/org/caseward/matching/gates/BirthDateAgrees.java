package org.caseward.matching.gates;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/** The birth date is there on both sides and equal; a missing or slightly different one needs a number of the person's own and another identity. */
final class BirthDateAgrees implements FilingGate {
    private static final Set<Level> BEARABLE = EnumSet.of(Level.MISSING, Level.SWAPPED, Level.ONE_OFF);

    @Override
    public String name() {
        return "birth-date-agrees";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(BirthDateAgrees::objection);
    }

    /** Missing or with a slip, while a number of the person's own and another group of identity agree. */
    static boolean borne(ScoredCase target) {
        return BEARABLE.contains(target.level(Trait.BIRTH_DATE))
                && Proof.ownNumber(target)
                && Proof.identified(Proof.identity(target));
    }

    private static Optional<String> objection(ScoredCase target) {
        Level level = target.level(Trait.BIRTH_DATE);
        return level == Level.EXACT || borne(target) ? Optional.empty() : Optional.of("birth date " + level.words());
    }
}
