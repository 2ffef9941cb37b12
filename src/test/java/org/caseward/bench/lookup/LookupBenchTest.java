package org.caseward.bench.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Progress;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** In small, on the database of the test run. */
class LookupBenchTest {
    @Test
    void aReportsPersonIsFoundInPostgresqlAmongAFew() throws Exception {
        LookupBench bench = new LookupBench(() -> Mirror.on(TestDatabase.get()));
        Measured measured = bench.run(
                BenchOptions.of(bench.options(), List.of("--cases", "600", "--reports", "300", "--seed", "13")),
                Progress.none());
        assertThat(measured.metric("recall")).isGreaterThan(0.99);
        assertThat(measured.metric("candidates")).isBetween(0.8, 10.0);
        assertThat(measured.metric("p95_ms")).isPositive();
    }
}
