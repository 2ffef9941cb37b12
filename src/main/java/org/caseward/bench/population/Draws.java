package org.caseward.bench.population;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A generator of its own for each thing that is made up: so it can be made again alone, by any thread, in any order. */
final class Draws {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private Draws() {}

    static RandomGenerator of(long seed, long number) {
        long z = (seed ^ (number * GOLDEN)) + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return new SplittableRandom(z ^ (z >>> 31));
    }

    static boolean chance(RandomGenerator random, double share) {
        return random.nextDouble() < share;
    }
}
