package org.caseward.matching.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static Standing standing(double limit, long filings, long reviewed, long disagreed, long found) {
        return new Standing(
                "pd",
                "fs-2",
                new WatchRule(0.015, limit),
                Instant.EPOCH,
                filings,
                reviewed,
                reviewed,
                disagreed,
                found);
    }

    @Test
    void theBoundsAreTheTextbooks() {
        // rule of three: without an error in 300 trials the share is below 1 % with 95 % confidence
        assertThat(new ErrorBound(0, 300).upper()).isCloseTo(1 - Math.pow(0.05, 1 / 300.0), within(1e-9));
        assertThat(new ErrorBound(0, 300).lower()).isZero();
        assertThat(new ErrorBound(0, 0).upper()).isEqualTo(1);
        assertThat(new ErrorBound(1, 1).upper()).isEqualTo(1);
        // qbeta(0.95, 3, 98) and qbeta(0.05, 2, 99)
        assertThat(new ErrorBound(2, 100).upper()).isCloseTo(0.0616, within(1e-4));
        assertThat(new ErrorBound(2, 100).lower()).isCloseTo(0.00357, within(1e-5));
    }

    @Test
    void withoutAnErrorNothingIsStoppedHoweverFewWereRead() {
        assertThat(standing(1e-5, 0, 0, 0, 0).broken()).isFalse();
        assertThat(standing(1e-5, 10, 1, 0, 0).broken()).isFalse();
        assertThat(standing(1e-5, 10, 1, 0, 0).bound().upper()).isGreaterThan(0.9);
    }

    @Test
    void theFirstErrorInASmallSampleRefutesASmallLimit() {
        assertThat(standing(1e-5, 20_000, 300, 1, 0).broken()).isTrue();
        assertThat(standing(1e-5, 1_000, 0, 0, 1).broken()).isTrue();
    }

    @Test
    void errorsThatTheLimitAllowsStopNothing() {
        assertThat(standing(1e-5, 400_000, 6_000, 1, 0).broken()).isFalse();
        assertThat(standing(1e-5, 400_000, 6_000, 0, 3).broken()).isFalse();
        assertThat(standing(1e-5, 400_000, 6_000, 2, 0).broken()).isTrue();
        assertThat(standing(1e-5, 400_000, 6_000, 0, 9).broken()).isTrue();
    }

    @Test
    void aWrongFilingThatPeopleFoundMakesTheBoundLargerNeverSmaller() {
        assertThat(standing(1e-3, 5_000, 75, 0, 1).bound().upper())
                .isGreaterThan(standing(1e-3, 5_000, 75, 0, 0).bound().upper());
    }

    @Test
    void theLotDrawsItsShareTheSameEachTimeAndOtherwiseUnderAnotherKey() {
        Lot lot = new Lot(new byte[] {1, 2, 3});
        Lot other = new Lot(new byte[] {3, 2, 1});
        UUID[] reports = IntStream.range(0, 20_000)
                .mapToObj(i -> UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)}))
                .toArray(UUID[]::new);
        long drawn = java.util.Arrays.stream(reports)
                .filter(r -> lot.drawn(r, 0.015))
                .count();
        assertThat(drawn).isBetween(240L, 360L);
        assertThat(java.util.Arrays.stream(reports)
                        .filter(r -> lot.drawn(r, 0.015))
                        .count())
                .isEqualTo(drawn);
        assertThat(java.util.Arrays.stream(reports)
                        .filter(r -> lot.drawn(r, 0.015) && other.drawn(r, 0.015))
                        .count())
                .isLessThan(30);
        assertThat(lot.drawn(reports[0], 0)).isFalse();
        assertThat(lot.drawn(reports[0], 1)).isTrue();
    }
}
