package org.caseward.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.caseward.report.ReportId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what was decided to be filed and is not filed yet. */
@Component
class DecidedReports {
    private static final String FIND = """
            select r.id, r.receipt_number, d.program, hub.filed_on(r.id) as case_numbers, d.by, d.moved_from,
                d.case_numbers[1] as moved_to, r.document_type, r.received_at, r.channel, r.provider, r.control_id,
                r.sha256, r.fields::text as fields, r.media_type, r.mappings::text as mappings, d.at as decided_at,
                coalesce(r.fields->'serviceDate'->>'value', r.fields->'serviceDate'->0->>'value') as service_date
            from report r
            join lateral (select * from decision d where d.report = r.id and d.action in ('accept', 'move') order by d.at desc, d.id desc limit 1) d on true
            where r.id = ? and r.state = 'matched'
            """;

    private final JdbcClient jdbc;

    DecidedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DecidedReport> find(ReportId id) {
        return jdbc.sql(FIND).param(id.value()).query((row, n) -> read(row)).optional();
    }

    private static Optional<DecidedReport.Move> moved(ResultSet row) throws SQLException {
        String from = row.getString("moved_from");
        return from == null ? Optional.empty() : Optional.of(new DecidedReport.Move(from, row.getString("moved_to")));
    }

    private static DecidedReport read(ResultSet row) throws SQLException {
        String type = row.getString("document_type");
        return new DecidedReport(
                new ReportId(row.getObject("id", UUID.class)),
                row.getString("receipt_number"),
                row.getString("program"),
                Arrays.asList((String[]) row.getArray("case_numbers").getArray()),
                row.getString("by"),
                type == null ? "unknown" : type,
                Optional.ofNullable(row.getString("service_date")),
                row.getTimestamp("received_at").toInstant(),
                row.getString("channel"),
                Optional.ofNullable(row.getString("provider")),
                row.getString("control_id"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getString("fields"),
                moved(row),
                row.getTimestamp("decided_at").toInstant(),
                Optional.ofNullable(row.getString("media_type")),
                row.getString("mappings"));
    }
}
