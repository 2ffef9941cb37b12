package org.caseward.matching.watch;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * What an observed number of errors says about the true share of errors: the exact bounds of Clopper and Pearson (Biometrika 26, 1934), each one-sided at 95 %.
 *
 * @param errors how many of the trials went wrong
 */
public record ErrorBound(long errors, long trials) {
    private static final double CONFIDENCE = 0.95;

    public ErrorBound {
        if (errors < 0 || errors > trials) {
            throw new IllegalArgumentException("There are no " + errors + " errors in " + trials + " trials");
        }
    }

    /** With 95 % confidence the share of errors is at most this; 1 where nothing was tried. */
    public double upper() {
        return errors == trials
                ? 1
                : new BetaDistribution(errors + 1.0, trials - errors).inverseCumulativeProbability(CONFIDENCE);
    }

    /** With 95 % confidence the share of errors is at least this; 0 where no error was seen. */
    public double lower() {
        return errors == 0
                ? 0
                : new BetaDistribution(errors, trials - errors + 1.0).inverseCumulativeProbability(1 - CONFIDENCE);
    }
}
