package org.caseward.bench.matching;

import org.apache.commons.math3.distribution.BetaDistribution;

/** Between which rates the true one lies, by Clopper and Pearson (1934): exact, one-sided, 95 %. */
final class ErrorBound {
    private static final double LEVEL = 0.95;

    private ErrorBound() {}

    /** The rate that is not exceeded; 1 where nothing was tried. */
    static double upper(long errors, long trials) {
        return errors >= trials
                ? 1
                : new BetaDistribution(errors + 1.0, trials - errors).inverseCumulativeProbability(LEVEL);
    }

    /** The rate that is reached at least. */
    static double lower(long errors, long trials) {
        return errors == 0
                ? 0
                : new BetaDistribution(errors, trials - errors + 1.0).inverseCumulativeProbability(1 - LEVEL);
    }
}
