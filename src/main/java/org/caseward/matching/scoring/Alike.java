package org.caseward.matching.scoring;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Whether two words are spelled so alike that one may be the other with a slip. */
final class Alike {
    // below these, Jaro-Winkler pairs in name lists are mostly different names
    static final double FAMILY = 0.92;
    static final double GIVEN = 0.88;
    static final double COMPANY = 0.92;
    private static final int MOST_MORE = 4;
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private Alike() {}

    static boolean alike(String one, String other, double least) {
        return Math.abs(one.length() - other.length()) <= MOST_MORE && JARO_WINKLER.apply(one, other) >= least;
    }

    static boolean initial(String one, String other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && one.charAt(0) == other.charAt(0)
                && (one.length() == 1 || other.length() == 1);
    }
}
