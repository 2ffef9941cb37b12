package org.caseward.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caseward.extraction.ExtractedReport;
import org.caseward.extraction.Source;
import org.caseward.matching.MatchResult;
import org.caseward.matching.Matching;
import org.caseward.matching.models.ModelRefused;
import org.caseward.matching.models.Models;
import org.caseward.matching.models.Rehearsal;
import org.caseward.matching.scoring.Model;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.normalisation.SourceStatus;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows which kept decisions a model would change, and changes none. Kept reports of the person's programs are matched anew from their stored fields, on the cases of now,
 * by the active model and by the other; what a gate said when the report came stands unless the two models differ there, so that gates that looked at pages keep their say.
 */
@Component
public class ModelRehearsal {
    public static final int MOST = 2_000;
    private static final int MOST_SHOWN = 200;

    /**
     * One decision that would be another.
     *
     * @param from and {@code to}: {@code auto}, {@code review} or {@code no_case}; equal where only the case differs
     * @param gates those that would say something else
     */
    public record Change(
            UUID report, String receiptNumber, @Nullable String program, String from, String to, List<String> gates) {}

    /** @param changes the newest reports first, at most 200 of them */
    public record Result(String version, String against, Rehearsal counts, List<Change> changes) {}

    private final StaffDesk desk;
    private final Reports reports;
    private final Matching matching;
    private final Models models;

    ModelRehearsal(StaffDesk desk, Reports reports, Matching matching, Models models) {
        this.desk = desk;
        this.reports = reports;
        this.matching = matching;
        this.models = models;
    }

    /**
     * @param last how many reports at most, the newest first; 1 to {@link #MOST}
     * @param since only those received at or after this moment
     * @throws ModelRefused where there is no such model
     */
    public Result rehearse(Staff who, String version, int last, Optional<Instant> since) {
        Model active = models.active();
        Model other = models.find(version)
                .orElseThrow(() -> new ModelRefused(
                        ModelRefused.Kind.UNKNOWN, "There is no model " + version + " that this hub can use."));
        List<DeskReport> kept = desk.as(who, jdbc -> reports.matched(jdbc, since, Math.clamp(last, 1, MOST)));
        List<Change> changes = new ArrayList<>();
        for (DeskReport report : kept) {
            change(report, active, other).ifPresent(changes::add);
        }
        Rehearsal counts = new Rehearsal(
                kept.size(),
                (int) changes.stream()
                        .filter(c -> c.from().equals("auto") && !c.to().equals("auto"))
                        .count(),
                (int) changes.stream()
                        .filter(c -> !c.from().equals("auto") && c.to().equals("auto"))
                        .count(),
                (int) changes.stream()
                        .filter(c -> c.from().equals("auto") == c.to().equals("auto"))
                        .count());
        models.rehearsed(version, active.version(), counts, who.name());
        return new Result(
                version,
                active.version(),
                counts,
                changes.stream().limit(MOST_SHOWN).toList());
    }

    private Optional<Change> change(DeskReport report, Model active, Model other) {
        MatchResult stored = report.match().orElseThrow();
        NormalisedReport again = again(report);
        MatchResult before = matching.judge(again, active);
        MatchResult after = matching.judge(again, other);
        MatchResult.Decision from = decision(stored, before, before);
        MatchResult.Decision to = decision(stored, before, after);
        boolean otherCase = !numbers(before).equals(numbers(after));
        if (from == to && !otherCase) {
            return Optional.empty();
        }
        Map<String, Boolean> was = verdicts(before);
        List<String> gates = after.gates().stream()
                .filter(gate -> was.getOrDefault(gate.name(), gate.passed()) != gate.passed())
                .map(MatchResult.Gate::name)
                .toList();
        return Optional.of(
                new Change(report.id(), report.receiptNumber(), report.program(), word(from), word(to), gates));
    }

    /** The stored verdict of each gate, except where the two models' verdicts differ. */
    private static MatchResult.Decision decision(MatchResult stored, MatchResult before, MatchResult after) {
        if (after.decision() == MatchResult.Decision.NO_CASE) {
            return MatchResult.Decision.NO_CASE;
        }
        Map<String, Boolean> kept = verdicts(stored);
        Map<String, Boolean> was = verdicts(before);
        boolean all = after.gates().stream()
                .allMatch(gate -> was.getOrDefault(gate.name(), gate.passed()) == gate.passed()
                        ? kept.getOrDefault(gate.name(), gate.passed())
                        : gate.passed());
        return all ? MatchResult.Decision.AUTO : MatchResult.Decision.REVIEW;
    }

    private static Map<String, Boolean> verdicts(MatchResult result) {
        return result.gates().stream()
                .collect(Collectors.toMap(MatchResult.Gate::name, MatchResult.Gate::passed, (a, b) -> a && b));
    }

    private static HashSet<String> numbers(MatchResult result) {
        return result.cases().stream()
                .map(MatchResult.CaseMatch::caseNumber)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String word(MatchResult.Decision decision) {
        return decision.name().toLowerCase(Locale.ROOT);
    }

    /** The report as far as its record keeps it: without its bytes and pages. */
    private static NormalisedReport again(DeskReport report) {
        ReceivedReport received = new ReceivedReport(
                new ReportId(report.id()),
                new ReceiptId(report.receipt()),
                report.receiptNumber(),
                report.channel(),
                "",
                report.programs(),
                report.programs().getFirst(),
                Optional.ofNullable(report.provider()),
                report.controlId(),
                "",
                new byte[0],
                report.pages(),
                Optional.empty(),
                report.receivedAt());
        ExtractedReport extracted = new ExtractedReport(received, new Source.Document(""), List.of(), List.of());
        return new NormalisedReport(extracted, report.type(), report.fields(), List.of(), SourceStatus.ORIGINAL);
    }
}
