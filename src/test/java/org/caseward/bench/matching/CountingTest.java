package org.caseward.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.caseward.bench.Progress;
import org.caseward.casefile.MatchKeys;
import org.caseward.casefile.MatchKeys.Kind;
import org.junit.jupiter.api.Test;

/** What the figures rest on. */
class CountingTest {
    @Test
    void boundsAreThoseOfClopperAndPearson() {
        // no error in n trials: 1 - 0.05^(1/n)
        assertThat(ErrorBound.upper(0, 300_000)).isCloseTo(9.986e-6, within(1e-9));
        assertThat(ErrorBound.upper(2, 100)).isCloseTo(0.06162, within(1e-4));
        assertThat(ErrorBound.lower(2, 100)).isCloseTo(0.00357, within(1e-4));
        assertThat(ErrorBound.upper(0, 0)).isEqualTo(1);
        assertThat(ErrorBound.lower(0, 10)).isZero();
    }

    @Test
    void keysFindWhoSharesThemAndTooCommonOnesAreSkipped() {
        int people = 200;
        KeyIndex.Maker one = new KeyIndex.Maker(people);
        KeyIndex.Maker other = new KeyIndex.Maker(people);
        long rare = 0x1234_5678_9ABC_DEFFL;
        long common = -77L << 20;
        one.add(7, List.of(rare, rare));
        other.add(150, List.of(rare));
        IntStream.range(0, MatchKeys.TOO_COMMON + 1).forEach(person -> other.add(person, List.of(common)));
        KeyIndex index = KeyIndex.Maker.join(List.of(one, other));
        KeyIndex.Found found = index.find(Map.of(rare, Kind.PHONE, common, Kind.NAMES, 99L << 30, Kind.NUMBER));
        assertThat(found.people()).containsExactly(7, 150);
        assertThat(found.skipped()).isEqualTo(Set.of(Kind.NAMES));
        assertThat(index.size()).isEqualTo(2 + MatchKeys.TOO_COMMON + 1);
    }

    @Test
    void aClaimThatIsTooBoldShowsAndOneThatIsTooTimidDoesNot() {
        Calibration bold = new Calibration();
        IntStream.range(0, 10_000).forEach(i -> bold.add(0.995, i >= 200));
        assertThat(bold.worst()).isCloseTo(4, within(0.01));
        Calibration timid = new Calibration();
        IntStream.range(0, 10_000).forEach(i -> timid.add(0.95, true));
        assertThat(timid.worst()).isZero();
        Calibration oneByChance = new Calibration();
        IntStream.range(0, 100_000).forEach(i -> oneByChance.add(0.999999, i > 0));
        assertThat(oneByChance.worst()).isLessThan(1);
    }

    @Test
    void everyNumberIsWorkedOnOnceWhicheverThreadTakesIt() throws InterruptedException {
        List<long[]> sums = Shifts.run(3, 5_000, Progress.none(), i -> new long[2], sum -> number -> {
            sum[0] += number;
            sum[1]++;
        });
        assertThat(sums.stream().mapToLong(s -> s[1]).sum()).isEqualTo(4_997);
        assertThat(sums.stream().mapToLong(s -> s[0]).sum())
                .isEqualTo(LongStream.range(3, 5_000).sum());
    }
}
