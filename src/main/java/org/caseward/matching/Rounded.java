package org.caseward.matching;

/** Figures as people read them. */
final class Rounded {
    private static final double SIX_PLACES = 1e6;

    private Rounded() {}

    static double tenth(double bits) {
        return Math.round(bits * 10) / 10.0;
    }

    static double probability(double p) {
        return Math.round(p * SIX_PLACES) / SIX_PLACES;
    }
}
