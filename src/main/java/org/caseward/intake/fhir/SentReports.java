package org.caseward.intake.fhir;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.intake.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one sender has handed in and how it stands, as far as a sender may know: {@code received}, {@code needs you} or {@code done}. Filed and rejected are both done, so that
 * nobody learns from it whether there is a case.
 */
@Component
class SentReports {
    /** A receipt may have become several reports; it is done when all are, and needs the sender where any does. */
    private static final String STANDING = """
            select c.id, c.number, c.received_at, c.control_id, c.media_type, s.standing, s.findings, s.level, s.lacks::text as lacks,
                greatest(c.received_at, s.settled_at) as updated
            from receipt c cross join lateral (
                select case when bool_or(n.needs) then 'needs you'
                         when bool_and(r.state in ('filed', 'rejected')) then 'done' else 'received' end as standing,
                    max(r.changed_at) filter (where n.needs or r.state in ('filed', 'rejected')) as settled_at,
                    array_remove(array_agg(distinct f.finding), null) as findings,
                    min(hub.level_for_sender(r.level)) as level,
                    jsonb_agg(r.level_missing -> (r.level + 1)::text) filter (where jsonb_exists(r.level_missing, (r.level + 1)::text)) as lacks
                from report r
                cross join lateral (select r.state = 'in_review'
                        and exists (select from decision d where d.report = r.id and d.action = 'request_more')
                    or r.state = 'quarantined' and r.reason_code like any (array['fhir-%', 'pdf-%', 'tiff-%', 'reading-%']) as needs) n
                left join lateral (select unnest(d.findings) as finding from decision d
                    where d.report = r.id and d.action = 'request_more' and n.needs) f on true
                where r.receipt_number = c.number
                    and not (r.state = 'rejected' and r.reason_code is not distinct from 'split')) s
            where c.connection = :connection and s.standing is not null
            """;

    /** A whole that was split counts no more, but by its id the sender knows the receipt. */
    private static final String FIRST = """
            , (select r.id from report r where r.receipt_number = t.number and r.parent is null order by r.part limit 1) as report
            """;

    private final JdbcClient jdbc;

    SentReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param report the id that the sender was told
     * @param updated when it came, or came to stand as it does
     * @param findings what the sender was asked for
     * @param level 0 to 4; null for what came before levels were kept
     * @param lacks what keeps it from the next level, in sentences
     */
    record Sent(
            UUID receipt,
            String number,
            UUID report,
            Instant receivedAt,
            Instant updated,
            String controlId,
            String mediaType,
            String standing,
            List<String> findings,
            @Nullable Integer level,
            List<String> lacks) {}

    /**
     * What is asked for.
     *
     * @param after the last one of the page before
     * @param limit at most so many
     */
    record Asked(
            Optional<String> identifier,
            Optional<Instant> from,
            Optional<Instant> before,
            Optional<UUID> after,
            int limit) {}

    Optional<Sent> one(Connection connection, UUID report) {
        return jdbc.sql(select(
                        "and c.number = (select receipt_number from report where id = :report and connection = :connection)",
                        1))
                .param("connection", connection.id())
                .param("report", report)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Newest first. */
    List<Sent> list(Connection connection, Asked asked) {
        List<String> where = new ArrayList<>();
        asked.identifier()
                .ifPresent(
                        id -> where.add(
                                "and c.number in (select receipt_number from report where control_id = :identifier and connection = :connection)"));
        asked.from().ifPresent(from -> where.add("and greatest(c.received_at, s.settled_at) >= :from"));
        asked.before().ifPresent(before -> where.add("and greatest(c.received_at, s.settled_at) < :before"));
        asked.after().ifPresent(after -> where.add("and c.id < :after"));
        return jdbc.sql(select(String.join("\n", where), asked.limit()))
                .param("connection", connection.id())
                .param("identifier", asked.identifier().orElse(null))
                .param("from", asked.from().map(Timestamp::from).orElse(null))
                .param("before", asked.before().map(Timestamp::from).orElse(null))
                .param("after", asked.after().orElse(null))
                .query((row, n) -> read(row))
                .list();
    }

    private static String select(String where, int limit) {
        return "select t.*" + FIRST + " from (" + STANDING + where + " order by c.id desc limit " + limit
                + ") t order by t.id desc";
    }

    private static Sent read(ResultSet row) throws SQLException {
        return new Sent(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("report", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("updated").toInstant(),
                row.getString("control_id"),
                row.getString("media_type"),
                row.getString("standing"),
                findings(row),
                row.getObject("level", Integer.class),
                lacks(row.getString("lacks")));
    }

    private static List<String> lacks(@Nullable String all) {
        return all == null
                ? List.of()
                : JsonMapper.shared()
                        .readTree(all)
                        .valueStream()
                        .flatMap(JsonNode::valueStream)
                        .map(one -> one.path("text").asString(""))
                        .distinct()
                        .toList();
    }

    private static List<String> findings(ResultSet row) throws SQLException {
        java.sql.@Nullable Array all = row.getArray("findings");
        return all == null ? List.of() : Arrays.asList((String[]) all.getArray());
    }
}
