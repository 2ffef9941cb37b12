package org.caseward.bench.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.caseward.bench.Bench;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;
import org.caseward.bench.population.Mail;
import org.caseward.bench.population.Mix;
import org.caseward.bench.population.Population;
import org.caseward.casefile.CaseFeed;
import org.caseward.casefile.FeedFormat;
import org.caseward.casefile.FeedResult;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast, and how surely, a report's person is among those found. */
public final class LookupBench implements Bench {
    private static final double RECALL = 0.9995;
    private static final double CANDIDATES = 10;
    /** Two milliseconds were asked for where one case by its number takes a tenth of one. */
    private static final double POINT_READS = 20;

    /** Where the mirror is. */
    interface Place {
        Mirror open() throws Exception;
    }

    private final Place place;

    public LookupBench() {
        this(Mirror::start);
    }

    LookupBench(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return "match lookup";
    }

    @Override
    public String what() {
        return "candidates of a report from PostgreSQL, all cases in one program";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.told("p95_ms", "ms", "of a search for candidates, with their cases read; wanted: 2"),
                Metric.told("p50_ms", "ms", ""),
                Metric.told("p99_ms", "ms", ""),
                Metric.told("point_read_p95_ms", "ms", "baseline: one case by its number, in the same run"),
                Metric.atMost(POINT_READS, "to_point_read", "times", "the search's p95 by the baseline's"),
                Metric.atLeast(
                        RECALL, "recall", "share", "of reports on people on file: the person was among those found"),
                Metric.atMost(CANDIDATES, "candidates", "people", "found for a report, on average"),
                Metric.told("skipped", "share", "of reports with a key too common to follow"),
                Metric.told("cases_per_second", "1/s", "fed into the mirror with their keys"));
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option("cases", "4000", "how many cases are on file"),
                new Option("reports", "2000", "how many reports are looked up"),
                new Option("seed", "1", "of people, cases and reports"));
    }

    @Override
    public Measured run(BenchOptions options, Progress progress) throws Exception {
        Population population = Population.of(options.whole("seed"), options.count("cases"), Mix.ORDINARY);
        try (Mirror mirror = place.open()) {
            double rate = feed(mirror, population, progress);
            mirror.analyze();
            Mail mail = new Mail(population, Mix.ORDINARY, options.whole("seed"));
            Search search = new Search(mirror, population.program());
            long reports = options.count("reports");
            progress.step("searches", 2 * reports);
            // once unmeasured: plans and pages are warm in a hub that runs
            search.all(mail, reports, reports / 2, progress);
            search.reset();
            search.all(mail, 0, reports, progress);
            return search.measured(metrics())
                    .with("cases_per_second", rate)
                    .note("people and reports from " + population.source());
        }
    }

    private static double feed(Mirror mirror, Population population, Progress progress) throws Exception {
        String program = population.program();
        mirror.part(JdbcClient.class)
                .sql("insert into program (code, label) values (?, 'Bench') on conflict do nothing")
                .param(program)
                .update();
        progress.step("feed", population.cases());
        int hands = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(hands)) {
            List<Future<FeedResult>> results = new ArrayList<>();
            for (int i = 0; i < hands; i++) {
                int from = (int) ((long) population.people() * i / hands);
                int end = (int) ((long) population.people() * (i + 1) / hands);
                results.add(pool.submit(() -> mirror.part(CaseFeed.class)
                        .read(
                                new FeedOfCases(population, from, end, progress),
                                FeedFormat.NDJSON,
                                Set.of(program),
                                "bench")));
            }
            for (Future<FeedResult> result : results) {
                require(result.get());
            }
        }
        return population.cases() * 1e9 / (System.nanoTime() - start);
    }

    private static void require(FeedResult result) {
        if (result.rejected() > 0) {
            throw new IllegalStateException("The mirror rejected " + result.rejected() + " made-up cases: "
                    + result.errors().getFirst());
        }
    }
}
