package org.caseward.intake.portal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caseward.report.MarkedPages;
import org.caseward.report.ReceiptsCommitted;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;
import org.caseward.report.Step;
import org.caseward.report.StepTaken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the reports of a scanned batch out of the marks that a worker found. All are parts of the batch's one receipt; the whole is set aside, and nothing of it is dropped. */
@Component("batchSplit")
public class BatchSplit {
    static final String LANE = "documents";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    BatchSplit(JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    /** Splits a batch that waits; one that was split already, by the same message before, stays as it is. */
    public void split(ReceivedReport batch, MarkedPages marked) {
        transaction.executeWithoutResult(status -> {
            List<List<Integer>> reports = marked.reports();
            boolean whole = reports.size() <= 1 && marked.sheets().isEmpty();
            if (!(whole ? passedOn(batch) : setAside(batch))) {
                return;
            }
            write(batch, marked);
            if (whole) {
                step(batch.id(), "ok", "No separator sheet was found: the batch is read as one report.");
                enqueue(batch.id());
            } else {
                step(batch.id(), "split", told(marked, reports));
                Optional<ReportId> earlier = earlier(batch);
                for (int part = 1; part <= reports.size(); part++) {
                    begin(batch, part, reports.get(part - 1), earlier);
                }
            }
        });
        events.publishEvent(new ReceiptsCommitted(1));
    }

    private static String told(MarkedPages marked, List<List<Integer>> reports) {
        return "Split into " + reports.size() + " report(s); separator sheets: "
                + (marked.sheets().isEmpty() ? "none, first pages were labelled" : "pages " + list(marked.sheets()))
                + ". See the batch to mend it.";
    }

    private boolean passedOn(ReceivedReport batch) {
        return jdbc.sql(
                                "update report set lane = ?, version = version + 1 where id = ? and state = 'received' and lane = 'batches'")
                        .params(LANE, batch.id().value())
                        .update()
                == 1;
    }

    private boolean setAside(ReceivedReport batch) {
        return jdbc.sql("""
                                update report set state = 'rejected', reason_code = 'split', reason = 'A scanned batch, split at its separator sheets; each part goes its own way.',
                                    version = version + 1, changed_at = now()
                                where id = ? and state = 'received'
                                """).param(batch.id().value()).update() == 1;
    }

    private void write(ReceivedReport batch, MarkedPages marked) {
        jdbc.sql(
                        "insert into scanned_batch (report, receipt_number, pages, sheets) values (?, ?, ?, ?) on conflict do nothing")
                .params(
                        batch.id().value(),
                        batch.receiptNumber(),
                        marked.pages(),
                        marked.sheets().toArray(Integer[]::new))
                .update();
    }

    /** The very same scan that came before: its parts are copies, and wait for a person. */
    private Optional<ReportId> earlier(ReceivedReport batch) {
        jdbc.sql("""
                        insert into content (program, sha256, report)
                        select p, r.sha256, r.id from report r cross join unnest(r.programs) as p where r.id = ? order by 1 on conflict do nothing
                        """).param(batch.id().value()).update();
        return jdbc.sql("""
                        select c.report from content c join report r on c.program = any(r.programs) and c.sha256 = r.sha256
                        where r.id = ? and c.report <> r.id order by c.report limit 1
                        """)
                .param(batch.id().value())
                .query(UUID.class)
                .optional()
                .map(ReportId::new);
    }

    private void begin(ReceivedReport batch, int part, List<Integer> pages, Optional<ReportId> earlier) {
        ReportId id = ReportId.next();
        jdbc.sql("""
                        insert into report (id, receipt, receipt_number, part, parent, pages, received_at, channel, connection,
                            programs, program, provider, control_id, sha256, state, lane, copy_of)
                        select :id, receipt, receipt_number, :part, id, :pages, received_at, channel, connection,
                            programs, program, provider, control_id, sha256, 'received', :lane, :earlier
                        from report where id = :whole
                        """)
                .param("id", id.value())
                .param("part", part)
                .param("pages", pages.toArray(Integer[]::new))
                .param("lane", LANE)
                .param("earlier", earlier.map(ReportId::value).orElse(null), java.sql.Types.OTHER)
                .param("whole", batch.id().value())
                .update();
        step(id, "split", "Part " + part + " of a scanned batch: pages " + list(pages) + " of what was received.");
        enqueue(id);
    }

    private void enqueue(ReportId report) {
        jdbc.sql("insert into outbox (id, lane, report) values (uuidv7(), ?, ?)")
                .params(LANE, report.value())
                .update();
    }

    private void step(ReportId report, String outcome, String reason) {
        jdbc.sql("insert into report_step (report, at, step, outcome, reason, actor) values (?, ?, ?, ?, ?, ?)")
                .params(
                        report.value(),
                        Instant.now().atOffset(ZoneOffset.UTC),
                        Step.RECEIVED.code(),
                        outcome,
                        reason,
                        StepTaken.HUB)
                .update();
    }

    static String list(List<Integer> pages) {
        return pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
