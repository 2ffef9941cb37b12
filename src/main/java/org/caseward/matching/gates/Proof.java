package org.caseward.matching.gates;

import java.util.EnumSet;
import java.util.Set;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/** What proves that a report belongs to a case, in groups that do not go wrong together. */
final class Proof {
    /** Groups that tell one person from another beyond the name. Phone and address are one: a household shares both. */
    enum Identity {
        BIRTH_DATE,
        SSN,
        EMPLOYEE_NUMBER,
        /** The claim number, or the day of the injury together with its place or provider: a stranger's case does not share these. */
        CASE,
        HOUSEHOLD
    }

    /** Groups that tell one injury from another. Body part and diagnosis are one: either follows from the other. */
    enum Injury {
        NUMBER,
        DATE,
        SITE,
        PROVIDER
    }

    private static final Set<Level> READ_AS = EnumSet.of(Level.EXACT, Level.CONFUSABLE);
    private static final Set<Injury> WHOLE = EnumSet.of(Injury.NUMBER, Injury.DATE, Injury.SITE);

    private Proof() {}

    static Set<Identity> identity(ScoredCase target) {
        Set<Identity> groups = EnumSet.noneOf(Identity.class);
        add(groups, Identity.BIRTH_DATE, target.level(Trait.BIRTH_DATE) == Level.EXACT);
        add(groups, Identity.SSN, target.level(Trait.SSN) == Level.EXACT);
        add(groups, Identity.EMPLOYEE_NUMBER, READ_AS.contains(target.level(Trait.EMPLOYEE_NUMBER)));
        add(groups, Identity.CASE, target.level(Trait.NUMBER) == Level.EXACT || sameInjury(injury(target)));
        add(
                groups,
                Identity.HOUSEHOLD,
                target.level(Trait.PHONE) == Level.EXACT || target.level(Trait.ADDRESS) == Level.EXACT);
        return groups;
    }

    static Set<Injury> injury(ScoredCase target) {
        Set<Injury> groups = EnumSet.noneOf(Injury.class);
        add(groups, Injury.NUMBER, target.level(Trait.NUMBER) == Level.EXACT);
        add(groups, Injury.DATE, target.level(Trait.INJURY_DATE) == Level.EXACT);
        add(groups, Injury.SITE, target.samePlace());
        add(groups, Injury.PROVIDER, target.level(Trait.PROVIDER) == Level.EXACT);
        return groups;
    }

    /** A number of the person's own, which no relative and no namesake shares. */
    static boolean ownNumber(ScoredCase target) {
        return target.level(Trait.SSN) == Level.EXACT || READ_AS.contains(target.level(Trait.EMPLOYEE_NUMBER));
    }

    /** Two groups of identity. */
    static boolean identified(Set<Identity> groups) {
        return groups.size() >= 2;
    }

    /** The claim number or the day of the injury: another injury of the same person has neither. */
    static boolean injured(Set<Injury> groups) {
        return groups.contains(Injury.NUMBER) || groups.contains(Injury.DATE);
    }

    /** Person and injury are proved even if the claim number on the report were not there. */
    static boolean withoutNumber(ScoredCase target) {
        Set<Identity> identity = identity(target);
        Set<Injury> injury = injury(target);
        injury.remove(Injury.NUMBER);
        if (!sameInjury(injury)) {
            identity.remove(Identity.CASE);
        }
        return identified(identity) && injured(injury);
    }

    /** Number, day and place of the injury are all this case's: nobody else's report has them, whatever is wrong with the number. */
    static boolean wholeInjury(ScoredCase target) {
        return injury(target).containsAll(WHOLE);
    }

    /** Two of number, day and place of the injury are this case's; a place of which only the rough region agrees is none here. */
    static boolean placed(ScoredCase target) {
        Set<Injury> groups = injury(target);
        boolean day = groups.contains(Injury.DATE);
        boolean place = target.verySamePlace();
        return groups.contains(Injury.NUMBER) ? day || place : day && place;
    }

    private static boolean sameInjury(Set<Injury> groups) {
        return groups.contains(Injury.DATE) && (groups.contains(Injury.SITE) || groups.contains(Injury.PROVIDER));
    }

    private static <T> void add(Set<T> groups, T group, boolean agrees) {
        if (agrees) {
            groups.add(group);
        }
    }
}
