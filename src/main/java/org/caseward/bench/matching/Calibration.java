package org.caseward.bench.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The error that posteriors claim (one minus the posterior) beside the error that was, by the claim's decade. */
final class Calibration {
    /** From 1 down to one in a hundred million; what claims less is in the last. */
    private static final int DECADES = 8;
    /** A decade with fewer errors expected and seen says nothing about a factor of two. */
    private static final double ENOUGH = 10;

    private final long[] count = new long[DECADES];
    private final long[] errors = new long[DECADES];
    private final double[] claimed = new double[DECADES];

    void add(double posterior, boolean right) {
        double claim = Math.max(0, 1 - posterior);
        int decade = claim <= 0 ? DECADES - 1 : Math.min(DECADES - 1, (int) Math.floor(-Math.log10(claim)));
        count[decade]++;
        claimed[decade] += claim;
        errors[decade] += right ? 0 : 1;
    }

    void take(Calibration other) {
        for (int d = 0; d < DECADES; d++) {
            count[d] += other.count[d];
            errors[d] += other.errors[d];
            claimed[d] += other.claimed[d];
        }
    }

    /**
     * The worst decade's error seen, by the error claimed. Where few errors are expected and seen, chance alone makes factors: there the lowest rate counts that the errors
     * seen still allow (95 %).
     */
    double worst() {
        double worst = 0;
        for (int d = 0; d < DECADES; d++) {
            if (count[d] > 0) {
                worst = Math.max(worst, ratio(d));
            }
        }
        return worst;
    }

    private double ratio(int decade) {
        boolean enough = Math.max(claimed[decade], errors[decade]) >= ENOUGH;
        double seen = enough ? errors[decade] : ErrorBound.lower(errors[decade], count[decade]) * count[decade];
        return seen / Math.max(claimed[decade], Double.MIN_NORMAL);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int d = 0; d < DECADES; d++) {
            if (count[d] > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "claimed 1e-%d and below: %,d reports, %.4g errors claimed, %,d seen, ratio %.2f",
                        d,
                        count[d],
                        claimed[d],
                        errors[d],
                        ratio(d)));
            }
        }
        return lines;
    }
}
