package org.caseward.matching.gates;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/** Nobody else may be within reach: no twin, no Jr or Sr, nobody of the same name with a birth date that could be meant. */
final class NoCloseSecond implements FilingGate {
    /** In bits: a second person this near could be the right one by a mistake or two of the writer. */
    static final double REACH = 12;

    private static final Set<Level> SAME_FAMILY = EnumSet.of(Level.EXACT, Level.VARIANT, Level.SIMILAR);
    private static final Set<Level> SAME_GIVEN = EnumSet.of(Level.EXACT, Level.NICKNAME, Level.CALLED, Level.SIMILAR);
    private static final Set<Level> BIRTH_COULD_BE =
            EnumSet.of(Level.EXACT, Level.SWAPPED, Level.ONE_OFF, Level.MISSING);

    @Override
    public String name() {
        return "no-close-second";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(target -> placement.found().stream()
                .filter(other -> !other.samePerson(target))
                .flatMap(other -> closeness(placement, target, other).stream())
                .findFirst());
    }

    private static Optional<String> closeness(Placement placement, ScoredCase target, ScoredCase other) {
        if (toldApart(target, other)) {
            return Optional.empty();
        }
        if (other.score() > target.score()) {
            return Optional.of("another person fits better");
        }
        return relation(placement, target, other)
                .or(() -> other.score() >= target.score() - REACH
                        ? Optional.of("another person fits nearly as well")
                        : Optional.empty());
    }

    /** A number of the target's own stands on the report, and the other person has another one. */
    private static boolean toldApart(ScoredCase target, ScoredCase other) {
        boolean ssn = target.level(Trait.SSN) == Level.EXACT && other.level(Trait.SSN) == Level.DIFFERENT;
        boolean employee = target.level(Trait.EMPLOYEE_NUMBER) == Level.EXACT
                && other.level(Trait.EMPLOYEE_NUMBER) == Level.DIFFERENT;
        return target.score() > other.score() && (ssn || employee || namedApart(target, other));
    }

    /**
     * Name and birth date are the target's, two of the case, a number of their own and the household too (number, day and place of the injury count for two); of the other person none of the three agrees, and given name or
     * birth date is another.
     */
    private static boolean namedApart(ScoredCase target, ScoredCase other) {
        return pointers(target) >= 2
                && pointers(other) == 0
                && target.level(Trait.GIVEN) == Level.EXACT
                && target.level(Trait.BIRTH_DATE) == Level.EXACT
                && (other.level(Trait.GIVEN) == Level.DIFFERENT || other.level(Trait.BIRTH_DATE) != Level.EXACT);
    }

    private static int pointers(ScoredCase found) {
        Set<Proof.Identity> groups = Proof.identity(found);
        int own = Proof.ownNumber(found) ? 1 : 0;
        int household = groups.contains(Proof.Identity.HOUSEHOLD) ? 1 : 0;
        int injury = groups.contains(Proof.Identity.CASE) ? 1 : 0;
        return own + household + injury + (Proof.wholeInjury(found) ? 1 : 0);
    }

    /** A twin, a namesake, a father or a son. */
    private static Optional<String> relation(Placement placement, ScoredCase target, ScoredCase other) {
        if (!SAME_FAMILY.contains(other.level(Trait.FAMILY))) {
            return Optional.empty();
        }
        boolean given = SAME_GIVEN.contains(other.level(Trait.GIVEN));
        boolean family = given || other.level(Trait.FAMILY) != Level.SIMILAR;
        if (family && other.level(Trait.BIRTH_DATE) == Level.EXACT) {
            return Optional.of("another person has this birth date and family name");
        }
        if (given && BIRTH_COULD_BE.contains(other.level(Trait.BIRTH_DATE))) {
            return Optional.of("another person of this name has a birth date that could be meant");
        }
        return given && generations(placement, target, other)
                ? Optional.of("another person has this name and only the suffix tells them apart")
                : Optional.empty();
    }

    /** Jr and Sr, unless the report says which and the file knows both. */
    private static boolean generations(Placement placement, ScoredCase target, ScoredCase other) {
        boolean inPlay = target.file().person().suffix() != null
                || other.file().person().suffix() != null
                || !placement.facts().suffixes().isEmpty();
        boolean told = target.level(Trait.SUFFIX) == Level.EXACT && other.level(Trait.SUFFIX) == Level.DIFFERENT;
        return inPlay && !told;
    }
}
