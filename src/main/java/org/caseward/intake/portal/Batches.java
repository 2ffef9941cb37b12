package org.caseward.intake.portal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.caseward.report.AuditedAct;
import org.caseward.report.ReceiptsCommitted;
import org.caseward.report.ReportId;
import org.caseward.report.Step;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a scanned batch was split, for the staff to see and to mend. */
@Component
class Batches {
    private final StaffDesk desk;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Batches(StaffDesk desk, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * One report of a receipt.
     *
     * @param pages of what was received; empty where it is all of it
     */
    record Part(UUID id, int number, List<Integer> pages, String state) {
        public String shown() {
            return pages.isEmpty() ? "all" : PageRanges.words(List.of(pages));
        }

        /** Nobody has decided about it yet. */
        boolean open() {
            return List.of("received", "in_review", "quarantined").contains(state);
        }
    }

    /** @param sheets page numbers of the sheets between reports */
    record Scan(UUID whole, String receiptNumber, int pages, List<Integer> sheets, List<Part> parts) {
        public String words() {
            return PageRanges.words(parts.stream().map(Part::pages).toList());
        }

        public String sheetWords() {
            return sheets.isEmpty() ? "" : PageRanges.words(List.of(sheets));
        }

        public boolean mendable() {
            return !parts.isEmpty()
                    && parts.stream()
                            .allMatch(part -> part.open() && !part.pages().isEmpty());
        }
    }

    private record Kept(UUID report, String receiptNumber, int pages, Integer[] sheets) {}

    /** The batch of a receipt with the reports of it that count now and lie in this person's programs. */
    Optional<Scan> of(Staff who, String receiptNumber) {
        return jdbc.sql("select report, receipt_number, pages, sheets from hub.scanned_batch where receipt_number = ?")
                .param(receiptNumber)
                .query((row, n) -> new Kept(
                        row.getObject("report", UUID.class),
                        row.getString("receipt_number"),
                        row.getInt("pages"),
                        (Integer[]) row.getArray("sheets").getArray()))
                .optional()
                .map(kept -> new Scan(
                        kept.report(),
                        kept.receiptNumber(),
                        kept.pages(),
                        Arrays.asList(kept.sheets()),
                        parts(who, receiptNumber)));
    }

    /** The reports of a receipt that count now, as far as they lie in this person's programs. */
    List<Part> parts(Staff who, String receiptNumber) {
        return desk.as(who, sql -> parts(sql, receiptNumber, ""));
    }

    private static List<Part> parts(JdbcClient sql, String receiptNumber, String locked) {
        return sql.sql("""
                        select id, part, pages, state from hub.report
                        where receipt_number = ? and reason_code is distinct from 'split' order by part, id
                        """ + locked)
                .param(receiptNumber)
                .query((row, n) -> new Part(
                        row.getObject("id", UUID.class),
                        row.getInt("part"),
                        Arrays.asList((Integer[]) row.getArray("pages").getArray()),
                        row.getString("state")))
                .list();
    }

    /**
     * Splits the batch again, as a person has looked at it.
     *
     * @throws NotTaken where a page is missing or named twice, or somebody has decided about a part already
     */
    void splitAnew(Staff who, String receiptNumber, List<List<Integer>> parts) {
        Scan scan = of(who, receiptNumber).orElseThrow(NotTaken::unknown);
        refuseIncomplete(scan, parts);
        int all = jdbc.sql(
                        "select count(*) from hub.report where receipt_number = ? and reason_code is distinct from 'split'")
                .param(receiptNumber)
                .query(Integer.class)
                .single();
        desk.as(who, sql -> {
            List<Part> now = parts(sql, receiptNumber, " for update");
            if (now.size() != all || !now.stream().allMatch(Part::open)) {
                throw new NotTaken(
                        HttpStatus.CONFLICT,
                        "A part of this batch has been decided, or another program has claimed one. Nothing was changed. Split the other parts on their own pages.");
            }
            now.forEach(part -> setAside(sql, part, who));
            int number = now.stream().mapToInt(Part::number).max().orElse(0);
            for (List<Integer> pages : parts) {
                begin(sql, scan, ++number, pages, who);
            }
            events.publishEvent(
                    new AuditedAct(who.name(), "split-anew", receiptNumber, program(who), parts.size() + " parts"));
            return parts.size();
        });
        events.publishEvent(new ReceiptsCommitted(parts.size()));
    }

    private static Optional<String> program(Staff who) {
        return who.programs().size() == 1 ? Optional.of(who.programs().getFirst()) : Optional.empty();
    }

    private static void refuseIncomplete(Scan scan, List<List<Integer>> parts) {
        List<Integer> named = parts.stream().flatMap(List::stream).sorted().toList();
        List<Integer> needed =
                new ArrayList<>(IntStream.rangeClosed(1, scan.pages()).boxed().toList());
        // a sheet may be left out, or be taken in again where it was none
        needed.removeIf(page -> scan.sheets().contains(page) && !named.contains(page));
        if (!named.equals(needed)) {
            throw NotTaken.invalid(
                    "Every page from 1 to " + scan.pages()
                            + " except separator sheets must stand in exactly one part. Nothing was changed. Add what is missing and name no page twice.");
        }
    }

    private static void setAside(JdbcClient sql, Part part, Staff who) {
        sql.sql("""
                        update hub.report set state = 'rejected', reason_code = 'split', reason = 'The batch was split anew; other parts stand for this one.',
                            version = version + 1, changed_at = now() where id = ?
                        """).param(part.id()).update();
        step(sql, part.id(), "The batch was split anew; other parts stand for this one.", who);
    }

    private static void begin(JdbcClient sql, Scan scan, int number, List<Integer> pages, Staff who) {
        UUID id = ReportId.next().value();
        sql.sql("""
                        insert into hub.report (id, receipt, receipt_number, part, parent, pages, received_at, channel, connection,
                            programs, program, provider, control_id, sha256, state, lane, copy_of)
                        select :id, receipt, receipt_number, :part, :whole, :pages, received_at, channel, connection,
                            programs, program, provider, control_id, sha256, 'received', :lane, copy_of
                        from hub.report where receipt_number = :receipt order by part desc limit 1
                        """)
                .param("id", id)
                .param("part", number)
                .param("whole", scan.whole())
                .param("pages", pages.toArray(Integer[]::new))
                .param("lane", BatchSplit.LANE)
                .param("receipt", scan.receiptNumber())
                .update();
        step(sql, id, "Part of a scanned batch, split anew: pages " + BatchSplit.list(pages) + ".", who);
        sql.sql("insert into hub.outbox (id, lane, report) values (uuidv7(), ?, ?)")
                .params(BatchSplit.LANE, id)
                .update();
    }

    private static void step(JdbcClient sql, UUID report, String told, Staff who) {
        sql.sql("insert into hub.report_step (report, at, step, outcome, reason, actor) values (?, ?, ?, ?, ?, ?)")
                .params(report, Instant.now().atOffset(ZoneOffset.UTC), Step.RECEIVED.code(), "split", told, who.name())
                .update();
    }
}
