package org.caseward.bench.lookup;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;
import org.caseward.bench.population.Mail;
import org.caseward.bench.population.Sent;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.CandidateSearch;
import org.caseward.matching.scoring.ReportFacts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches, and what was seen of them. */
final class Search {
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
