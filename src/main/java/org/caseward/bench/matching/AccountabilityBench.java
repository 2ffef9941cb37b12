package org.caseward.bench.matching;

import java.util.List;
import org.caseward.bench.Aim;
import org.caseward.bench.Bench;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;
import org.caseward.bench.population.Mail;
import org.caseward.bench.population.Mix;
import org.caseward.matching.MatchResult;
import org.caseward.matching.MatchResult.Decision;

/** Whether every report has a decision, and every decision its reasons. */
public final class AccountabilityBench implements Bench {
    @Override
    public String name() {
        return "match accountability";
    }

    @Override
    public String what() {
        return "reports in are reports decided, and every decision says why and by which model";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.told("reports_in", "reports", ""),
                Metric.told("filed", "reports", ""),
                Metric.told("in_review", "reports", ""),
                Metric.told("no_case", "reports", ""),
                Metric.atMost(0, "lost", "reports", "came in without a decision"),
                Metric.atMost(
                        0,
                        "without_reasons",
                        "reports",
                        "decided without verdicts of gates, or without what agrees and disagrees"),
                Metric.atMost(0, "without_model", "reports", "decided without a model version"));
    }

    @Override
    public List<Option> options() {
        return Run.options(5_000, 10_000);
    }

    private static final class Ledger {
        final long[] decisions = new long[Decision.values().length];
        long withoutReasons;
        long withoutModel;

        void add(MatchResult result) {
            decisions[result.decision().ordinal()]++;
            withoutReasons += reasoned(result) ? 0 : 1;
            withoutModel += result.modelVersion().isBlank() ? 1 : 0;
        }

        private static boolean reasoned(MatchResult result) {
            boolean gates = !result.gates().isEmpty()
                    && result.gates().stream()
                            .noneMatch(g -> g.name().isBlank() || g.reason().isBlank());
            boolean verdict = result.decision() == Decision.AUTO
                    ? result.gates().stream().allMatch(MatchResult.Gate::passed)
                    : result.gates().stream().anyMatch(g -> !g.passed());
            boolean candidates = result.candidates().stream()
                    .noneMatch(c -> c.agree().isEmpty() && c.disagree().isEmpty());
            return gates
                    && verdict
                    && candidates
                    && (result.decision() == Decision.NO_CASE
                            || !result.candidates().isEmpty());
        }
    }

    @Override
    public Measured run(BenchOptions options, Progress progress) throws InterruptedException {
        Mix mix = Run.mix(options, Mix.HAZARDS);
        Agency agency = Run.agency(options, mix, progress);
        Mail mail = new Mail(agency.population(), mix, options.whole("seed"));
        long reports = options.count("reports");
        progress.step("reports", reports);
        List<Ledger> ledgers = Shifts.run(
                0,
                reports,
                progress,
                i -> new Ledger(),
                ledger -> number -> ledger.add(
                        agency.look(mail.at(number).report()).judgement().result()));
        long filed = sum(ledgers, Decision.AUTO);
        long review = sum(ledgers, Decision.REVIEW);
        long noCase = sum(ledgers, Decision.NO_CASE);
        return Measured.of(metrics())
                .with("reports_in", reports)
                .with("filed", filed)
                .with("in_review", review)
                .with("no_case", noCase)
                .with("lost", reports - filed - review - noCase)
                .aim("lost", new Aim.Max(0))
                .with(
                        "without_reasons",
                        ledgers.stream().mapToLong(l -> l.withoutReasons).sum())
                .with(
                        "without_model",
                        ledgers.stream().mapToLong(l -> l.withoutModel).sum());
    }

    private static long sum(List<Ledger> ledgers, Decision decision) {
        return ledgers.stream().mapToLong(l -> l.decisions[decision.ordinal()]).sum();
    }
}
