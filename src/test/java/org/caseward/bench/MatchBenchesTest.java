package org.caseward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.caseward.bench.febrl.FebrlBench;
import org.caseward.bench.matching.AccountabilityBench;
import org.caseward.bench.matching.AutofileBench;
import org.caseward.bench.matching.CalibrationBench;
import org.caseward.bench.matching.HazardsBench;
import org.caseward.bench.matching.ThroughputBench;
import org.junit.jupiter.api.Test;

/** Every bench of matching in small. Only counts are asserted: how fast a machine is, is no test's business. */
class MatchBenchesTest {
    @Test
    void ordinaryMailIsFiledWithoutAMistake() throws Exception {
        Measured measured = run(new AutofileBench(), "--cases", "6000", "--reports", "6000", "--seed", "11");
        assertThat(measured.metric("wrong_filings"))
                .as(measured.notes().toString())
                .isZero();
        assertThat(measured.metric("filed") + measured.metric("in_review") + measured.metric("no_case"))
                .isEqualTo(6_000);
        assertThat(measured.metric("filed")).isGreaterThan(2_500);
        assertThat(measured.metric("recall")).isGreaterThan(0.995);
    }

    @Test
    void mailFullOfHazardsIsFiledOnNoOtherPersonsCase() throws Exception {
        Measured measured = run(new HazardsBench(), "--cases", "6000", "--reports", "6000", "--seed", "12");
        assertThat(measured.metric("wrong_person"))
                .as(measured.notes().toString())
                .isZero();
        assertThat(measured.metric("wrong_filings"))
                .as(measured.notes().toString())
                .isZero();
        assertThat(measured.aim("wrong_person")).contains(new Aim.Max(0));
    }

    @Test
    void everyReportIsDecidedWithReasonsAndAModelVersion() throws Exception {
        Measured measured = run(new AccountabilityBench(), "--cases", "2000", "--reports", "3000");
        assertThat(measured.missed()).isEmpty();
        assertThat(measured.metric("reports_in")).isEqualTo(3_000);
    }

    @Test
    void theErrorClaimedIsSetBesideTheErrorSeen() throws Exception {
        Measured measured = run(new CalibrationBench(), "--cases", "3000", "--reports", "3000");
        assertThat(measured.names()).contains("worst_ratio");
        assertThat(measured.notes()).anyMatch(line -> line.contains("claimed 1e-0"));
    }

    @Test
    void throughputIsToldBesideItsBaseline() throws Exception {
        Measured measured = run(new ThroughputBench(), "--cases", "500", "--reports", "300");
        assertThat(measured.metric("reports_per_second")).isPositive();
        assertThat(measured.aims().keySet()).containsExactly("cost");
    }

    @Test
    void febrlsDuplicatesAreFoundAndNoTwoPeopleAreJoined() throws Exception {
        Measured measured = run(new FebrlBench());
        if (measured.names().isEmpty()) {
            System.err.println("SKIPPED: " + measured.notes());
            return;
        }
        assertThat(measured.metric("false_pairs")).isZero();
        assertThat(measured.metric("f1")).isGreaterThan(0.98);
    }

    @Test
    void allOfThemAreKnownToTheCommand() {
        assertThat(Benches.ALL.stream()
                        .map(Bench::name)
                        .filter(n -> n.startsWith("match"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "match febrl",
                        "match autofile",
                        "match hazards",
                        "match lookup",
                        "match throughput",
                        "match calibration",
                        "match accountability");
        assertThat(Benches.ALL).allSatisfy(bench -> assertThat(bench.metrics()).isNotEmpty());
    }

    private static Measured run(Bench bench, String... options) throws Exception {
        return bench.run(BenchOptions.of(bench.options(), List.of(options)), Progress.none());
    }
}
