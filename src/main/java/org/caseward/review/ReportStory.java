package org.caseward.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caseward.documents.Address;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to reports: their steps, their relatives of the same receipt, their pages. Read inside a transaction of the staff desk. */
@Component
class ReportStory {
    /** One line of a history, with what a person wrote when deciding. */
    record Line(UUID report, Instant at, String step, String outcome, String reason, String actor) {}

    /** Another report of the same receipt. */
    record Relative(UUID report, String receipt, Optional<UUID> parent, int part, String state) {}

    /** A page's image; width and height in pixels. */
    record PageImage(UUID report, int number, Address image, int width, int height, String method) {}

    Map<UUID, List<Line>> history(JdbcClient desk, Collection<UUID> reports) {
        return desk
                .sql("""
                select s.report, s.at, s.step, s.outcome, s.actor,
                       concat_ws(' ', s.reason, d.reason, d.note) as reason
                from hub.report_step s
                left join hub.decision d on d.report = s.report and d.at = s.at and s.step = 'reviewed'
                where s.report = any(?) order by s.at""")
                .param(reports.toArray(UUID[]::new))
                .query((row, n) -> new Line(
                        row.getObject("report", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("step"),
                        row.getString("outcome"),
                        row.getString("reason"),
                        row.getString("actor")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::report));
    }

    /** All reports of these receipts that lie inside the walls, the first first. */
    Map<String, List<Relative>> relatives(JdbcClient desk, Collection<String> receiptNumbers) {
        return desk
                .sql(
                        "select id, receipt_number, parent, part, state from hub.report where receipt_number = any(?) order by id")
                .param(receiptNumbers.toArray(String[]::new))
                .query((row, n) -> new Relative(
                        row.getObject("id", UUID.class),
                        row.getString("receipt_number"),
                        Optional.ofNullable(row.getObject("parent", UUID.class)),
                        row.getInt("part"),
                        row.getString("state")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Relative::receipt));
    }

    List<PageImage> pages(JdbcClient desk, UUID report) {
        return desk.sql(
                        "select report, number, image, width, height, method from hub.report_page where report = ? order by number")
                .param(report)
                .query((row, n) -> new PageImage(
                        row.getObject("report", UUID.class),
                        row.getInt("number"),
                        Address.parse(row.getString("image")),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getString("method")))
                .list();
    }
}
