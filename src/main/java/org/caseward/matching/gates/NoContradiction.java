package org.caseward.matching.gates;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/** No strong field may disagree, however much else agrees. */
final class NoContradiction implements FilingGate {
    @Override
    public String name() {
        return "no-contradiction";
    }

    private static final Set<Level> DATE_SLIPS = EnumSet.of(Level.SWAPPED, Level.ONE_OFF, Level.NEAR);
    private static final Set<Proof.Injury> NUMBER_AND_SITE = EnumSet.of(Proof.Injury.NUMBER, Proof.Injury.SITE);

    private static final List<Trait> EXACTLY = List.of(Trait.FAMILY, Trait.GIVEN, Trait.BIRTH_DATE, Trait.NUMBER);

    private static final List<Trait> STRONG = List.of(
            Trait.BIRTH_DATE,
            Trait.SSN,
            Trait.EMPLOYEE_NUMBER,
            Trait.SUFFIX,
            Trait.SEX,
            Trait.BODY_PART,
            Trait.INJURY_DATE);

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(target -> STRONG.stream()
                .filter(trait -> against(target, trait) && !bearable(placement, target, trait))
                .findFirst()
                .map(trait -> trait.words() + " " + target.level(trait).words()));
    }

    /**
     * A slip in the birth date is for {@link BirthDateAgrees} to bear. One in the injury date is borne where the claim number and the body part or diagnosis agree and the
     * person has no other case that the date could mean.
     */
    private static boolean bearable(Placement placement, ScoredCase target, Trait trait) {
        Level level = target.level(trait);
        return switch (trait) {
            case BIRTH_DATE -> BirthDateAgrees.borne(target);
            case INJURY_DATE ->
                DATE_SLIPS.contains(level)
                        && Proof.injury(target).containsAll(NUMBER_AND_SITE)
                        && placement.found().stream().noneMatch(other -> alsoMeant(other, target));
            // a box ticked wrongly, a digit copied wrongly: never both without a number of the person's own or the
            // whole injury
            case SEX -> allElse(target);
            case SSN, EMPLOYEE_NUMBER -> level == Level.ONE_OFF && allElse(target);
            default -> false;
        };
    }

    /** Another case of the person's that the injury date could mean. */
    private static boolean alsoMeant(ScoredCase other, ScoredCase target) {
        Level level = other.level(Trait.INJURY_DATE);
        return other != target && other.samePerson(target) && (level == Level.EXACT || DATE_SLIPS.contains(level));
    }

    /** Names, birth date, claim number and a number of the person's own are all exactly this person's; the whole injury does for the last, where nothing else is wrong. */
    private static boolean allElse(ScoredCase target) {
        boolean alone = STRONG.stream().filter(trait -> against(target, trait)).count() == 1;
        return (Proof.ownNumber(target) || (alone && Proof.wholeInjury(target)))
                && EXACTLY.stream().allMatch(trait -> target.level(trait) == Level.EXACT);
    }

    private static boolean against(ScoredCase target, Trait trait) {
        return switch (target.level(trait)) {
            case EXACT, CONFUSABLE, MISSING -> false;
            // a knee and a left knee do not contradict each other; two near dates do
            case NEAR -> trait != Trait.BODY_PART;
            default -> true;
        };
    }
}
