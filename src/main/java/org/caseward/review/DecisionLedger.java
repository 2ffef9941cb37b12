package org.caseward.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.report.ReportState;
import org.caseward.report.Step;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes decisions down: the report's new state, the line in {@code hub.decision}, the step. The decision and its step carry the same moment, by which a history joins
 * them. What a person wrote stands in the decision only.
 */
@Component
class DecisionLedger {
    /** One line of {@code hub.decision}. */
    record Line(
            Act act,
            @Nullable String program,
            List<String> cases,
            @Nullable String reason,
            List<String> findings,
            @Nullable String note) {
        static Line of(Act act, @Nullable String program) {
            return new Line(act, program, List.of(), null, List.of(), null);
        }
    }

    void reject(JdbcClient desk, Staff who, DeskReport report, Act.Reject act) {
        move(desk, report, ReportState.REJECTED, report.program(), "rejected", "Rejected by a person.");
        write(
                desk,
                who,
                report,
                new Line(act, report.program(), List.of(), act.reason(), List.of(), null),
                "Rejected; it stands on no case.");
    }

    void requestMore(JdbcClient desk, Staff who, DeskReport report, Act.RequestMore act) {
        String asked = act.findings().isEmpty() ? "as noted" : String.join(", ", act.findings());
        move(
                desk,
                report,
                ReportState.IN_REVIEW,
                report.program(),
                "more-requested",
                "More was asked for (" + asked + "); it waits for the provider's answer.");
        write(
                desk,
                who,
                report,
                new Line(
                        act,
                        report.program(),
                        List.of(),
                        null,
                        act.findings(),
                        act.note().isEmpty() ? null : act.note()),
                "More is to be asked of the provider: " + asked
                        + ". No letter goes out from here yet; tell the provider yourself.");
    }

    /** Moves a report out of (or within) review, where nobody else was faster. */
    void move(
            JdbcClient desk, DeskReport report, ReportState to, @Nullable String program, String code, String reason) {
        move(desk, report, ReportState.IN_REVIEW, to, program, code, reason);
    }

    /** Moves a report on from where the person saw it, where nobody else was faster. */
    void move(
            JdbcClient desk,
            DeskReport report,
            ReportState from,
            ReportState to,
            @Nullable String program,
            String code,
            String reason) {
        Optional<Integer> version = desk.sql("""
                update hub.report set state = :to, program = :program, reason_code = :code, reason = :reason,
                       version = version + 1, changed_at = now()
                where id = :id and state = :from returning version""")
                .param("from", from.code())
                .param("to", to.code())
                .param("program", program)
                .param("code", code)
                .param("reason", reason)
                .param("id", report.id())
                .query(Integer.class)
                .optional();
        if (version.isEmpty()) {
            throw new Objection.Raised(Objection.conflict(stands(desk, report.id(), from)));
        }
    }

    private static String stands(JdbcClient desk, UUID report, ReportState from) {
        String state = desk.sql("select state from hub.report where id = ?")
                .param(report)
                .query(String.class)
                .optional()
                .map(word -> "it is " + word.replace('_', ' '))
                .orElse("another program has claimed it");
        Optional<String> decided = desk.sql("select by from hub.decision where report = ? order by at desc limit 1")
                .param(report)
                .query(String.class)
                .optional();
        return "The report is no longer " + from.code().replace('_', ' ') + ": " + state
                + decided.map(by -> ", decided by " + by).orElse("")
                + ". Nothing of yours was changed. Open it again to see what became of it.";
    }

    void write(JdbcClient desk, Staff who, DeskReport report, Line line, String told) {
        // the database keeps microseconds, and the step must carry the very same moment
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        desk.sql("""
                insert into hub.decision (report, at, by, action, program, case_numbers, reason, findings, note, moved_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(report.id())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(who.name())
                .param(line.act().word())
                .param(line.program())
                .param(line.cases().toArray(String[]::new))
                .param(line.reason())
                .param(line.findings().toArray(String[]::new))
                .param(line.note())
                .param(line.act() instanceof Act.Move move ? move.from() : null)
                .update();
        step(desk, report.id(), now, Step.REVIEWED, line.act().word(), told, who.name());
    }

    void step(JdbcClient desk, UUID report, Instant at, Step step, String outcome, String reason, String actor) {
        desk.sql("insert into hub.report_step (report, at, step, outcome, reason, actor) values (?, ?, ?, ?, ?, ?)")
                .param(report)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(step.code())
                .param(outcome)
                .param(reason)
                .param(actor)
                .update();
    }

    void enqueue(JdbcClient desk, String lane, UUID report) {
        desk.sql("insert into hub.outbox (id, lane, report) values (uuidv7(), ?, ?)")
                .param(lane)
                .param(report)
                .update();
    }
}
