package org.caseward.matching.scoring;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Whether two words are spelled so alike that one may be the other with a slip. */
public final class Alike {
    // below these, Jaro-Winkler pairs in name lists are mostly different names
    static final double FAMILY = 0.92;
    static final double GIVEN = 0.88;
    static final double COMPANY = 0.92;
    private static final int MOST_MORE = 4;
    private static final int FEWEST = 4;
    private static final int LETTERS = 32;
    /** Jaro-Winkler favours what begins alike, up to so many letters. */
    private static final int PREFIX = 4;

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private Alike() {}

    static boolean alike(String one, String other, double least) {
        return Math.abs(one.length() - other.length()) <= MOST_MORE
                && atMost(one, other) >= least
                && JARO_WINKLER.apply(one, other) >= least;
    }

    /** What Jaro-Winkler can reach at most with the letters that both have: most pairs are strangers and need no more than this. */
    private static double atMost(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        int[] letters = new int[LETTERS];
        for (int i = 0; i < one.length(); i++) {
            letters[one.charAt(i) & (LETTERS - 1)]++;
        }
        int common = 0;
        for (int i = 0; i < other.length(); i++) {
            common += letters[other.charAt(i) & (LETTERS - 1)]-- > 0 ? 1 : 0;
        }
        double jaro = ((double) common / one.length() + (double) common / other.length() + 1) / 3;
        int prefix = 0;
        while (prefix < PREFIX
                && prefix < Math.min(one.length(), other.length())
                && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    /** One letter or digit wrong, left out or too many, or two neighbours in each other's place; of four at least. */
    public static boolean oneSlip(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        if (shorter < FEWEST || longer - shorter > 1) {
            return false;
        }
        int from = 0;
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int same = 0;
        while (same < shorter - from
                && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        int left = longer - from - same;
        boolean neighbours = left == 2
                && longer == shorter
                && one.charAt(from) == other.charAt(from + 1)
                && one.charAt(from + 1) == other.charAt(from);
        return left <= 1 || neighbours;
    }

    static boolean initial(String one, String other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && one.charAt(0) == other.charAt(0)
                && (one.length() == 1 || other.length() == 1);
    }
}
