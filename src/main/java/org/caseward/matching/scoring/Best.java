package org.caseward.matching.scoring;

import java.util.List;
import java.util.function.BiFunction;

/** The best level that any pair of two sides' values reaches. */
final class Best {
    private Best() {}

    static <A, B> Level of(List<A> report, List<B> known, BiFunction<A, B, Level> compare) {
        Level best = Level.MISSING;
        for (A one : report) {
            for (B other : known) {
                Level level = compare.apply(one, other);
                best = level.compareTo(best) < 0 ? level : best;
            }
        }
        return best;
    }

    static <T> Level equal(T one, T other) {
        return one.equals(other) ? Level.EXACT : Level.DIFFERENT;
    }
}
