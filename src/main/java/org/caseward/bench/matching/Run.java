package org.caseward.bench.matching;

import java.util.List;
import org.caseward.bench.Aim;
import org.caseward.bench.Bench.Option;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;
import org.caseward.bench.population.Mail;
import org.caseward.bench.population.Mix;
import org.caseward.bench.population.Population;
import org.caseward.bench.population.Roughness;
import org.caseward.bench.population.Sent;

/** All reports of a mail before the matcher of an agency, and the counts as metrics. */
final class Run {
    static final double FALSE_FILINGS = 1e-5;
    static final String BOUND = "false_filing_bound";
    static final String WRONG = "wrong_filings";
    private static final int GATES_SHOWN = 8;

    private Run() {}

    static List<Option> options(int cases, int reports) {
        return List.of(
                new Option("cases", Integer.toString(cases), "how many cases are on file"),
                new Option("reports", Integer.toString(reports), "how many reports come in"),
                new Option("seed", "1", "of people, cases and reports"),
                new Option("errors", "1", "so many times the usual slips and misread characters"),
                new Option("gaps", "1", "so many times the usual gaps"),
                new Option("words", "samples", "names and error tables: of the public samples, or `own`"),
                new Option("new-injuries", "", "of 1,000 reports, those on an injury not on file; else the mail's own"),
                new Option("strangers", "", "of 1,000 reports, those on people not on file; else the mail's own"),
                new Option("wrong-numbers", "", "of 1,000 claim numbers, the wrong ones; else the mail's own"),
                new Option("show", "", "only shows these reports in full, by their numbers: 17,4711"));
    }

    /** The mail that was asked for, made of this one. */
    static Mix mix(BenchOptions options, Mix usual) {
        return usual.with(
                share(options, "new-injuries", usual.newInjury()),
                share(options, "strangers", usual.strangers()),
                share(options, "wrong-numbers", usual.wrongNumbers()),
                new Roughness(
                        options.decimal("errors"),
                        options.decimal("gaps"),
                        options.text("words").equals("own")));
    }

    private static int share(BenchOptions options, String name, int usual) {
        return options.text(name).isEmpty() ? usual : Math.toIntExact(Math.clamp(options.whole(name), 0, 1_000));
    }

    static Tally tally(BenchOptions options, Mix usual, Progress progress) throws InterruptedException {
        Mix mix = mix(options, usual);
        return tally(agency(options, mix, progress), options, mix, progress);
    }

    /** Runs a mail, or shows the reports that were asked for. */
    static Measured run(List<Metric> metrics, BenchOptions options, Mix usual, Progress progress)
            throws InterruptedException {
        Mix mix = mix(options, usual);
        Agency agency = agency(options, mix, progress);
        if (!options.text("show").isEmpty()) {
            return show(agency, options, mix);
        }
        return measured(
                metrics,
                tally(agency, options, mix, progress),
                agency.population().source());
    }

    private static Measured show(Agency agency, BenchOptions options, Mix mix) {
        Measured shown = Measured.of(List.of());
        Mail mail = new Mail(agency.population(), mix, options.whole("seed"));
        for (String number : options.text("show").split(",")) {
            Sent sent = mail.at(Long.parseLong(number.strip()));
            Show.lines(sent, agency.look(sent.report())).forEach(shown::note);
        }
        return shown;
    }

    static Agency agency(BenchOptions options, Mix mix, Progress progress) throws InterruptedException {
        return Agency.open(Population.of(options.whole("seed"), options.count("cases"), mix), progress);
    }

    static Tally tally(Agency agency, BenchOptions options, Mix mix, Progress progress) throws InterruptedException {
        Mail mail = new Mail(agency.population(), mix, options.whole("seed"));
        progress.step("reports", options.count("reports"));
        return Tally.join(Shifts.run(0, options.count("reports"), progress, i -> new Tally(), tally -> number -> {
            Sent sent = mail.at(number);
            tally.add(number, sent, agency.look(sent.report()));
        }));
    }

    static List<Metric> metrics(double automatic) {
        return List.of(
                Metric.atMost(
                        FALSE_FILINGS,
                        BOUND,
                        "share",
                        "95 % upper bound of false filings, of those filed (Clopper-Pearson)"),
                Metric.atLeast(automatic, "automatic", "share", "of all reports, filed without a person"),
                Metric.told(WRONG, "reports", "filed on another case than the right one"),
                Metric.told("wrong_person", "reports", "of these, on another person's case"),
                Metric.told("filed", "reports", ""),
                Metric.told("in_review", "reports", ""),
                Metric.told("no_case", "reports", ""),
                Metric.told(
                        "wasted_reviews",
                        "share",
                        "of all reports: a person decided though the best case was the right one"),
                Metric.told("recall", "share", "of reports on people on file: the person was among those found"),
                Metric.told("candidates", "people", "found for a report, on average"));
    }

    static Measured measured(List<Metric> metrics, Tally tally, String source) {
        Measured measured = Measured.of(metrics)
                .with(BOUND, ErrorBound.upper(tally.wrong, tally.filed))
                .with("automatic", tally.share(tally.filed))
                .with(WRONG, tally.wrong)
                .with("wrong_person", tally.wrongPerson)
                .with("filed", tally.filed)
                .with("in_review", tally.review)
                .with("no_case", tally.noCase)
                .with(
                        "wasted_reviews",
                        tally.share(
                                tally.wasted.values().stream().mapToLong(n -> n).sum()))
                .with("recall", (double) tally.found / Math.max(1, tally.known))
                .with("candidates", tally.share(tally.candidates))
                .note("people and reports from " + source);
        if (ErrorBound.upper(0, tally.filed) >= FALSE_FILINGS) {
            measured.waive(BOUND, "too few reports to prove it; instead nothing at all may be filed wrong")
                    .aim(WRONG, new Aim.Max(0));
        }
        return explain(measured, tally);
    }

    private static Measured explain(Measured measured, Tally tally) {
        tally.wrongKinds.forEach((kind, n) -> measured.note("filed wrong: " + n + " " + kind));
        if (!tally.wrongReports.isEmpty()) {
            measured.note("their numbers: " + tally.wrongReports);
        }
        tally.wasted.entrySet().stream()
                .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                .limit(GATES_SHOWN)
                .forEach(e -> measured.note("wasted: %,d (%.2f %%) by %s"
                        .formatted(e.getValue(), 100 * tally.share(e.getValue()), e.getKey())));
        measured.note("decisions: " + tally.kinds);
        return measured;
    }
}
