package org.caseward.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.report.ReportId;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports as IT may see them: state, reason and steps, inside the person's programs; never a field or a page. */
@Component
class Tracked {
    private static final int MOST = 50;
    private static final String HEAD = """
            select id, receipt_number, control_id, channel, connection, program, state, reason_code, reason, received_at
            from hub.report
            """;

    private final StaffDesk desk;

    Tracked(StaffDesk desk) {
        this.desk = desk;
    }

    public record Head(
            UUID id,
            String receiptNumber,
            String controlId,
            String channel,
            String connection,
            @Nullable String program,
            String state,
            @Nullable String reasonCode,
            @Nullable String reason,
            Instant receivedAt) {}

    public record Line(UUID report, Instant at, String step, String outcome, String reason, String actor) {}

    public record Trace(Head head, List<Line> lines) {}

    public record Cause(String code, String text, long count, List<Head> reports) {}

    /** @param asked a receipt number, control id or report id */
    List<Trace> find(Staff who, String asked) {
        return desk.as(
                who,
                jdbc -> jdbc
                        .sql(HEAD + """
                                where receipt_number = :asked or control_id = :asked or id = cast(:id as uuid)
                                order by received_at desc, id limit :most
                                """)
                        .param("asked", asked)
                        .param("id", uuid(asked).map(UUID::toString).orElse(null))
                        .param("most", MOST)
                        .query(Head.class)
                        .list()
                        .stream()
                        .map(head -> new Trace(head, lines(jdbc, head.id())))
                        .toList());
    }

    private static List<Line> lines(JdbcClient jdbc, UUID report) {
        return jdbc.sql("""
                        select report, at, step, outcome, reason, actor from hub.report_step where report = ? order by at
                        """).param(report).query(Line.class).list();
    }

    /** The report by id, or the first of a receipt; empty where the person's programs hold none. */
    Optional<ReportId> report(Staff who, String idOrReceipt) {
        return desk.as(
                who,
                jdbc -> jdbc.sql("""
                        select id from hub.report where receipt_number = :asked or id = cast(:id as uuid)
                        order by part, id limit 1
                        """)
                        .param("asked", idOrReceipt)
                        .param("id", uuid(idOrReceipt).map(UUID::toString).orElse(null))
                        .query(UUID.class)
                        .optional()
                        .map(ReportId::new));
    }

    /** What is in quarantine, by cause, the most frequent first; of each cause the newest reports. */
    List<Cause> quarantine(Staff who) {
        return desk.as(
                who,
                jdbc -> jdbc.sql("""
                        select coalesce(reason_code, '') as code, max(coalesce(reason, '')) as text, count(*) as count
                        from hub.report where state = 'quarantined' group by 1 order by 3 desc, 1
                        """)
                        .query((row, number) -> new Cause(
                                row.getString("code"),
                                row.getString("text"),
                                row.getLong("count"),
                                ofCause(jdbc, row.getString("code"))))
                        .list());
    }

    private static List<Head> ofCause(JdbcClient jdbc, String code) {
        return jdbc.sql(HEAD + """
                        where state = 'quarantined' and coalesce(reason_code, '') = ?
                        order by received_at desc, id limit ?
                        """).params(code, MOST).query(Head.class).list();
    }

    /** All reports in quarantine for one cause, oldest first. */
    List<ReportId> quarantinedFor(Staff who, String code) {
        return desk.as(
                who,
                jdbc -> jdbc.sql("""
                        select id from hub.report where state = 'quarantined' and coalesce(reason_code, '') = ?
                        order by received_at, id
                        """).param(code).query(UUID.class).list().stream()
                        .map(ReportId::new)
                        .toList());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
