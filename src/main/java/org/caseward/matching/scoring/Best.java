package org.caseward.matching.scoring;

import org.caseward.casefile.Numbers;

/** The best level that any pair of two sides' values reaches. */
final class Best {
    private Best() {}

    static Level of(Level one, Level other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** How a number on a report stands to a known one; all of them {@link Numbers#plain}. */
    static Level number(String reported, String known, String knownFolded) {
        if (reported.equals(known)) {
            return Level.EXACT;
        }
        return reported.length() == known.length() && Numbers.folded(reported).equals(knownFolded)
                ? Level.CONFUSABLE
                : Level.DIFFERENT;
    }
}
