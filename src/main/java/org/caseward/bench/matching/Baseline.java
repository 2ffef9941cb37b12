package org.caseward.bench.matching;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/** A fixed piece of work of the kind that matching does, to measure a core by: two names compared by Jaro and Winkler's method. */
final class Baseline {
    static final long COMPARISONS = 200_000;
    /**
     * A report may cost so many comparisons: the core on which 20,000 reports a second were asked for does some 8.6 million a second.
     */
    static final double COMPARISONS_PER_REPORT = 430;

    private static final String[] NAMES =
            "ABERNATHY ABERNETHY CASTILLO CASTELLO JOHANSSON JOHNSON MCDONALD MACDONALD RODRIGUEZ RODRIGUES THOMPSON THOMSEN WASHINGTON WELLINGTON"
                    .split(" ");
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    /** Kept, so that no compiler takes the work for useless. */
    static volatile @Nullable Double last;

    private Baseline() {}

    static void work() {
        double sum = 0;
        for (int i = 0; i < COMPARISONS; i++) {
            sum += JARO_WINKLER.apply(NAMES[i % NAMES.length], NAMES[(i * 7 + 3) % NAMES.length]);
        }
        last = sum;
    }
}
