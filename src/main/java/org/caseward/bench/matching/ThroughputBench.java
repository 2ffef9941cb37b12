package org.caseward.bench.matching;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.caseward.bench.Bench;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;
import org.caseward.bench.population.Mail;
import org.caseward.bench.population.Mix;
import org.caseward.bench.population.Sent;
import org.caseward.matching.MatchResult.Decision;

/**
 * How fast reports are scored on one core: prepared, looked up in the keys in memory, weighed against everybody found, put before all gates. Counted in the thread's own
 * processor time, so that other work on the machine does not count.
 */
public final class ThroughputBench implements Bench {
    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "match throughput";
    }

    @Override
    public String what() {
        return "reports scored per second of one core, candidates in memory";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.told("reports_per_second", "1/s", "per core; wanted: 20,000"),
                Metric.atMost(
                        Baseline.COMPARISONS_PER_REPORT,
                        "cost",
                        "comparisons",
                        "a report costs as much as so many baseline comparisons"),
                Metric.told("baseline", "1/s", "two names compared by Jaro-Winkler, on the same core in the same run"),
                Metric.told("decisions_per_second", "1/s", "with the whole explanation in words"),
                Metric.told("candidates", "people", "weighed for a report, on average"));
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option("cases", "20000", "how many cases are on file"),
                new Option("reports", "20000", "how many reports are scored in a round"),
                new Option("seed", "1", "of people, cases and reports"));
    }

    @Override
    public Measured run(BenchOptions options, Progress progress) throws InterruptedException {
        Agency agency = Run.agency(options, Mix.ORDINARY, progress);
        Mail mail = new Mail(agency.population(), Mix.ORDINARY, options.whole("seed"));
        List<Sent> sent = new ArrayList<>();
        LongStream.range(0, options.count("reports")).forEach(i -> sent.add(mail.at(i)));
        progress.step("rounds", 3 * ROUNDS);
        double scored = best(progress, () -> score(agency, sent), sent.size());
        double explained = best(progress, () -> explain(agency, sent), sent.size());
        double baseline = best(progress, Baseline::work, Baseline.COMPARISONS);
        long candidates = sent.stream()
                .mapToLong(s -> agency.look(s.report()).people().size())
                .sum();
        return Measured.of(metrics())
                .with("reports_per_second", scored)
                .with("cost", baseline / scored)
                .with("baseline", baseline)
                .with("decisions_per_second", explained)
                .with("candidates", (double) candidates / sent.size());
    }

    private static void score(Agency agency, List<Sent> sent) {
        long filed = 0;
        for (Sent one : sent) {
            filed += agency.look(one.report()).judgement().decision() == Decision.AUTO ? 1 : 0;
        }
        Baseline.last = (double) filed;
    }

    private static void explain(Agency agency, List<Sent> sent) {
        long words = 0;
        for (Sent one : sent) {
            words += agency.look(one.report()).judgement().result().gates().size();
        }
        Baseline.last = (double) words;
    }

    private static double best(Progress progress, Runnable round, long units) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            round.run();
            best = Math.max(best, units * 1e9 / Math.max(1, threads.getCurrentThreadCpuTime() - start));
            progress.advance(1);
        }
        return best;
    }
}
