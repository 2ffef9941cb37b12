package org.caseward.matching.scoring;

import java.util.List;

/** People who live together share family name, phone and address: what these say is said once, not three times. */
final class Household {
    private Household() {}

    /** Takes off what family name, phone and address say above the cap, as a line of its own. */
    static void cap(List<Evidence> evidence, Model model) {
        double sum = 0;
        boolean shared = false;
        for (Evidence e : evidence) {
            if (ofHousehold(e.trait()) && e.bits() > 0) {
                sum += e.bits();
                shared |= e.trait() != Trait.FAMILY;
            }
        }
        double over = sum - model.get(Setting.HOUSEHOLD_CAP);
        if (shared && over > 0) {
            evidence.add(new Evidence(Trait.HOUSEHOLD, Level.SHARED, -over));
        }
    }

    /** How well a relative explains the same: the household's traits as they are, a twin's birth date, a father's given name, and nothing that is a person's own. */
    static double relative(List<Evidence> evidence, Model model) {
        double bits = 0;
        for (Evidence e : evidence) {
            bits += switch (e.trait()) {
                case FAMILY, PHONE, ADDRESS, HOUSEHOLD -> e.bits();
                case BIRTH_DATE -> shared(e, model.get(Setting.TWIN));
                case GIVEN -> shared(e, model.get(Setting.NAMESAKE));
                default -> 0;
            };
        }
        return bits;
    }

    /** Where it agrees, how often a relative's agrees against how often a stranger's does. */
    private static double shared(Evidence e, double share) {
        return e.level() == Level.EXACT ? Math.max(0, e.bits() + Math.log(share) / Math.log(2)) : 0;
    }

    private static boolean ofHousehold(Trait trait) {
        return trait == Trait.FAMILY || trait == Trait.PHONE || trait == Trait.ADDRESS;
    }
}
