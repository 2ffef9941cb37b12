package org.caseward.matching.scoring;

import java.util.Set;
import org.caseward.casefile.Names;
import org.caseward.casefile.Nicknames;

/** Names prepared for comparing, once. */
final class NameForms {
    private NameForms() {}

    /** @param forms the whole and each part of a double name */
    record Family(String compact, Set<String> forms, boolean former) {
        static Family of(String family, boolean former) {
            return new Family(Names.compact(family), Names.familyForms(family), former);
        }
    }

    /** @param roots the full names that the first is short for, and itself */
    record Given(String first, String compact, Set<String> roots) {
        static Given of(String given) {
            String first = Names.firstGiven(given);
            return new Given(first, Names.compact(given), Nicknames.roots(first));
        }
    }

    static boolean disjoint(Set<String> one, Set<String> other) {
        for (String name : one) {
            if (other.contains(name)) {
                return false;
            }
        }
        return true;
    }
}
