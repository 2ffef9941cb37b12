package org.caseward.matching.gates;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/** Family and given name agree: equal, a part of a double name, a former name on file, or a short form. */
final class NameAgrees implements FilingGate {
    @Override
    public String name() {
        return "name-agrees";
    }

    static final Set<Level> FAMILY = EnumSet.of(Level.EXACT, Level.VARIANT);
    static final Set<Level> GIVEN = EnumSet.of(Level.EXACT, Level.NICKNAME);

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(NameAgrees::objection);
    }

    private static Optional<String> objection(ScoredCase target) {
        if (!FAMILY.contains(target.level(Trait.FAMILY))) {
            return Optional.of("family name " + target.level(Trait.FAMILY).words());
        }
        return GIVEN.contains(target.level(Trait.GIVEN))
                ? Optional.empty()
                : Optional.of("given name " + target.level(Trait.GIVEN).words());
    }
}
