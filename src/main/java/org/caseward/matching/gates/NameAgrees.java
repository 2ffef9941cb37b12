package org.caseward.matching.gates;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/**
 * Family and given name agree: equal, a part of a double name, a former name on file, a short form, or the middle name. One of them merely similar, an initial, or both in each other's place
 * needs the birth date and a number of the person's own. A family name that we do not know needs number, day and place
 * of the injury as well, or two of them and the household.
 */
final class NameAgrees implements FilingGate {
    @Override
    public String name() {
        return "name-agrees";
    }

    static final Set<Level> FAMILY = EnumSet.of(Level.EXACT, Level.VARIANT);
    static final Set<Level> GIVEN = EnumSet.of(Level.EXACT, Level.NICKNAME, Level.CALLED);

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(NameAgrees::objection);
    }

    private static final Set<Level> FAMILY_ALIKE = EnumSet.of(Level.SIMILAR);
    private static final Set<Level> GIVEN_ALIKE = EnumSet.of(Level.SIMILAR, Level.INITIAL, Level.MISSING);

    private static Optional<String> objection(ScoredCase target) {
        boolean born = target.level(Trait.BIRTH_DATE) == Level.EXACT;
        boolean proved = Proof.ownNumber(target) ? alike(target) : spelled(target);
        return born && proved ? Optional.empty() : notTheSame(target);
    }

    /** Without a number of the person's own: a slip in the family name, both names in each other's place, or a name by marriage; a given name never. */
    private static boolean spelled(ScoredCase target) {
        boolean household = Proof.identity(target).contains(Proof.Identity.HOUSEHOLD);
        if (married(target)) {
            return Proof.wholeInjury(target) || (household && Proof.placed(target));
        }
        boolean alike = FAMILY_ALIKE.contains(target.level(Trait.FAMILY)) && GIVEN.contains(target.level(Trait.GIVEN));
        return (alike || target.level(Trait.FAMILY) == Level.REVERSED)
                && (Proof.wholeInjury(target) || (household && (numbered(target) || Proof.placed(target))));
    }

    /** One of the names is as it should be and the other alike, or both have changed places; quite another given name only where the whole injury is this one. */
    private static boolean alike(ScoredCase target) {
        Level family = target.level(Trait.FAMILY);
        Level given = target.level(Trait.GIVEN);
        return (FAMILY.contains(family) && GIVEN_ALIKE.contains(given))
                || (FAMILY_ALIKE.contains(family) && GIVEN.contains(given))
                || family == Level.REVERSED
                || (family == Level.EXACT && given == Level.DIFFERENT && Proof.wholeInjury(target))
                || (married(target) && (numbered(target) || Proof.placed(target)));
    }

    private static boolean numbered(ScoredCase target) {
        return target.level(Trait.NUMBER) == Level.EXACT;
    }

    /** A family name that we do not know yet; everything else must be this person's. */
    private static boolean married(ScoredCase target) {
        return target.level(Trait.FAMILY) == Level.DIFFERENT && target.level(Trait.GIVEN) == Level.EXACT;
    }

    private static Optional<String> notTheSame(ScoredCase target) {
        if (!FAMILY.contains(target.level(Trait.FAMILY))) {
            return Optional.of("family name " + target.level(Trait.FAMILY).words());
        }
        return GIVEN.contains(target.level(Trait.GIVEN))
                ? Optional.empty()
                : Optional.of("given name " + target.level(Trait.GIVEN).words());
    }
}
