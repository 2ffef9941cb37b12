package org.caseward.matching.gates;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/** Where a report carries the employee number of one person and the name or claim number of another, a person finds out whose it is. */
final class OneIdentity implements FilingGate {
    private static final Set<Level> BIRTH = EnumSet.of(Level.EXACT, Level.SWAPPED);

    @Override
    public String name() {
        return "one-identity";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(target -> placement.found().stream()
                .filter(other -> !other.samePerson(target))
                .flatMap(other -> objection(target, other).stream())
                .findFirst());
    }

    private static Optional<String> objection(ScoredCase target, ScoredCase other) {
        if (other.level(Trait.NUMBER) == Level.EXACT && target.level(Trait.NUMBER) != Level.EXACT) {
            return Optional.of("a claim number on the report is another person's");
        }
        if (other.level(Trait.EMPLOYEE_NUMBER) == Level.EXACT && target.level(Trait.EMPLOYEE_NUMBER) != Level.EXACT) {
            return Optional.of("the employee number on the report is another person's");
        }
        boolean another = other.level(Trait.SSN) == Level.EXACT
                && target.level(Trait.SSN) != Level.EXACT
                && BIRTH.contains(other.level(Trait.BIRTH_DATE));
        return another
                ? Optional.of("SSN last four and birth date on the report are another person's")
                : Optional.empty();
    }
}
