package org.caseward.bench.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import org.caseward.bench.Bench;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;
import org.caseward.bench.population.Mail;
import org.caseward.bench.population.Mix;
import org.caseward.bench.population.Population;
import org.caseward.bench.population.Sent;
import org.caseward.casefile.CaseFeed;
import org.caseward.casefile.FeedFormat;
import org.caseward.casefile.FeedResult;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.CandidateSearch;
import org.caseward.matching.scoring.ReportFacts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast, and how surely, a report's person is among those found. */
public final class LookupBench implements Bench {
    private static final double RECALL = 0.9995;
    private static final double CANDIDATES = 10;
    /** Two milliseconds were asked for where one case by its number takes a tenth of one. */
    private static final double POINT_READS = 20;

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
        try (Mirror mirror = Mirror.start()) {
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
                .sql("insert into program (code, label) values (?, 'Bench')")
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
            throw new IllegalStateException("The mirror rejected " + result.rejected() + " made-up cases");
        }
    }

    /** Searches, and what was seen of them. */
    private static final class Search {
        private final CandidateSearch candidates;
        private final JdbcClient jdbc;
        private final String program;
        private final Histogram searches = new Histogram(3);
        private final Histogram pointReads = new Histogram(3);
        private long known;
        private long found;
        private long people;
        private long skipped;
        private long reports;

        Search(Mirror mirror, String program) {
            this.candidates = mirror.part(CandidateSearch.class);
            this.jdbc = mirror.part(JdbcClient.class);
            this.program = program;
        }

        void all(Mail mail, long from, long count, Progress progress) {
            for (long i = from; i < from + count; i++) {
                one(mail.at(i));
                progress.advance(1);
            }
        }

        void reset() {
            searches.reset();
            pointReads.reset();
            known = 0;
            found = 0;
            people = 0;
            skipped = 0;
            reports = 0;
        }

        private void one(Sent sent) {
            Map<Long, MatchKeys.Kind> keys =
                    MatchKeys.kinds(ReportFacts.of(sent.report().fields()).identity());
            long start = System.nanoTime();
            CandidateSearch.Found result = candidates.find(List.of(program), keys);
            searches.recordValue(System.nanoTime() - start);
            reports++;
            skipped += result.skipped().isEmpty() ? 0 : 1;
            List<String> ids =
                    result.cases().stream().map(c -> c.person().id()).distinct().toList();
            people += ids.size();
            if (sent.truth().known()) {
                known++;
                found += ids.contains(sent.truth().personId()) ? 1 : 0;
            }
            if (!sent.truth().caseNumbers().isEmpty()) {
                pointRead(sent.truth().caseNumbers().getFirst());
            }
        }

        private void pointRead(String number) {
            long start = System.nanoTime();
            jdbc.sql("select employer from case_file where program = ? and case_number = ?")
                    .params(program, number)
                    .query(String.class)
                    .list();
            pointReads.recordValue(System.nanoTime() - start);
        }

        Measured measured(List<Metric> metrics) {
            double p95 = ms(searches, 95);
            return Measured.of(metrics)
                    .with("p95_ms", p95)
                    .with("p50_ms", ms(searches, 50))
                    .with("p99_ms", ms(searches, 99))
                    .with("point_read_p95_ms", ms(pointReads, 95))
                    .with("to_point_read", p95 / ms(pointReads, 95))
                    .with("recall", (double) found / Math.max(1, known))
                    .with("candidates", (double) people / Math.max(1, reports))
                    .with("skipped", (double) skipped / Math.max(1, reports));
        }

        private static double ms(Histogram histogram, double percentile) {
            return histogram.getValueAtPercentile(percentile) / 1e6;
        }
    }
}
