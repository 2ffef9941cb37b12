package org.caseward.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.report.Reason;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.caseward.report.Step;
import org.caseward.report.StepTaken;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where every report stands and what happened to it. Steps are only ever added. */
@Component
public class Register {
    /** Begins the reason's code of a report that was decided and could not be filed. */
    static final String NOT_FILED = "not-filed-";

    private static final String REPLAY = """
            update report r set state = case when reason_code like :decided then 'matched' else 'received' end, reason_code = null, reason = null,
                provider = coalesce(r.provider, (select s.provider from receipt c join sender s on s.connection = c.connection and s.key = c.sender
                    where c.id = r.receipt)),
                version = version + 1, changed_at = now()
            where id = :id and state in ('quarantined', 'in_review') returning state, lane
            """;

    private record Sent(ReportState state, String lane) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final Outbox outbox;

    Register(JdbcClient jdbc, JdbcTemplate template, TransactionTemplate transaction, Outbox outbox) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = transaction;
    }

    /** Moves a report from one state to another; false where it stands elsewhere by now. */
    public boolean move(ReportId report, ReportState from, ReportState to, Optional<Reason> reason) {
        return jdbc.sql("""
                                update report set state = :to, reason_code = :code, reason = :text, version = version + 1, changed_at = now()
                                where id = :id and state = :from
                                """)
                        .param("to", to.code())
                        .param("code", reason.map(Reason::code).orElse(null))
                        .param("text", reason.map(Reason::text).orElse(null))
                        .param("id", report.value())
                        .param("from", from.code())
                        .update()
                == 1;
    }

    /** Says of a filed report that something newer stands in its place; it stays filed. */
    public void tellFiled(ReportId report, Reason reason, StepTaken step) {
        int told = jdbc.sql("""
                        update report set reason_code = :code, reason = :text, version = version + 1, changed_at = now()
                        where id = :id and state = 'filed' and reason_code is distinct from :code""")
                .param("code", reason.code())
                .param("text", reason.text())
                .param("id", report.value())
                .update();
        if (told > 0) {
            add(report, List.of(step));
        }
    }

    /** @throws IllegalArgumentException where there is no such report */
    public ReportState state(ReportId report) {
        return jdbc.sql("select state from report where id = ?")
                .param(report.value())
                .query(String.class)
                .optional()
                .map(ReportState::of)
                .orElseThrow(() -> new IllegalArgumentException("There is no such report"));
    }

    /**
     * Sends a report on its way again: through the stages, or, where it was decided and only its filing failed, to be filed. A sender that was registered since is known.
     *
     * @return where it stands now; empty where it is neither in quarantine nor in review
     */
    public Optional<ReportState> replay(ReportId report, String who) {
        Optional<ReportState> sent = transaction.execute(status -> {
            Optional<Sent> from = jdbc.sql(REPLAY)
                    .param("id", report.value())
                    .param("decided", NOT_FILED + "%")
                    .query((row, n) -> new Sent(ReportState.of(row.getString(1)), row.getString(2)))
                    .optional();
            from.ifPresent(on -> {
                boolean decided = on.state() == ReportState.MATCHED;
                String told = decided ? "Sent to be filed as decided." : "Sent through the stages again.";
                add(report, List.of(new StepTaken(Instant.now(), Step.REPLAYED, "ok", told, who)));
                outbox.put(decided ? Outbox.PUBLISHING : on.lane(), report);
            });
            return from.map(Sent::state);
        });
        return sent == null ? Optional.empty() : sent;
    }

    /** Whether a report waits in quarantine only because its filing failed. */
    public boolean waitsToBeFiled(ReportId report) {
        return jdbc.sql(
                        "select exists (select from report where id = ? and state = 'quarantined' and reason_code like ?)")
                .params(report.value(), NOT_FILED + "%")
                .query(Boolean.class)
                .single();
    }

    /** Adds steps to a report's story, which is told by their moments: two of the same microsecond are set apart. */
    public void add(ReportId report, List<StepTaken> steps) {
        List<Instant> moments = new ArrayList<>();
        for (StepTaken step : steps) {
            Instant at = step.at().truncatedTo(ChronoUnit.MICROS);
            Instant before = moments.isEmpty() ? Instant.MIN : moments.getLast();
            moments.add(at.isAfter(before) ? at : before.plus(1, ChronoUnit.MICROS));
        }
        template.batchUpdate(
                "insert into report_step (report, at, step, outcome, reason, actor) values (?, ?, ?, ?, ?, ?)",
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(java.sql.PreparedStatement row, int i) throws java.sql.SQLException {
                        StepTaken step = steps.get(i);
                        row.setObject(1, report.value());
                        row.setTimestamp(2, Timestamp.from(moments.get(i)));
                        row.setString(3, step.step().code());
                        row.setString(4, step.outcome());
                        row.setString(5, step.reason());
                        row.setString(6, step.actor());
                    }

                    @Override
                    public int getBatchSize() {
                        return steps.size();
                    }
                });
    }

    /** Puts a waiting report into quarantine, where IT sees it with its reason and can replay it. A report that has gone on by then stays where it is. */
    public void quarantine(ReportId report, Step at, Reason reason) {
        quarantine(report, ReportState.RECEIVED, at, reason);
    }

    /** Puts a decided report into quarantine because it could not be filed. */
    void quarantineDecided(ReportId report, Reason reason) {
        quarantine(report, ReportState.MATCHED, Step.PUBLISHED, reason);
    }

    private void quarantine(ReportId report, ReportState from, Step at, Reason reason) {
        transaction.executeWithoutResult(status -> {
            if (move(report, from, ReportState.QUARANTINED, Optional.of(reason))) {
                add(
                        report,
                        List.of(
                                StepTaken.of(at, "refused", reason.text()),
                                StepTaken.of(Step.QUARANTINED, "ok", "Waits in quarantine: " + reason.code())));
            }
        });
    }

    /**
     * Claims contents for a report, for each of the programs.
     *
     * @return an earlier report with one of these contents
     */
    public Optional<ReportId> claimContents(ReportId report, List<String> programs, List<byte[]> contents) {
        byte[][] hashes = contents.toArray(byte[][]::new);
        jdbc.sql("""
                        insert into content (program, sha256, report)
                        select p, h, :report from unnest(:programs) as p cross join unnest(:hashes) as h
                        order by 1, 2 on conflict do nothing
                        """)
                .param("report", report.value())
                .param("programs", programs.toArray(String[]::new))
                .param("hashes", hashes)
                .update();
        return jdbc.sql("""
                        select report from content
                        where program = any(:programs) and sha256 = any(:hashes) and report <> :report order by report limit 1
                        """)
                .param("report", report.value())
                .param("programs", programs.toArray(String[]::new))
                .param("hashes", hashes)
                .query(UUID.class)
                .optional()
                .map(ReportId::new);
    }
}
