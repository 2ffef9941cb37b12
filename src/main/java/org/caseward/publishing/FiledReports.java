package org.caseward.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.caseward.publishing.fhir.FiledReport;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reports as FHIR tells of them, filed or not, with the rights of whoever asks. */
public final class FiledReports {
    private static final String FIND = """
            select r.id, r.receipt_number, coalesce(d.program, r.program) as program, r.state, r.document_type, r.received_at, r.channel,
                r.provider, r.control_id, r.sha256, r.media_type, r.fields::text as fields, r.mappings::text as mappings, d.by, d.at,
                case when r.state in ('matched', 'filed') then hub.filed_on(r.id) else '{}' end as cases
            from hub.report r left join lateral (select program, by, at from hub.decision
                where report = r.id and action in ('accept', 'move', 'reject') order by at desc, id desc limit 1) d on r.state in ('matched', 'filed', 'rejected')
            where r.id = ? and r.document_type is not null
            """;

    private FiledReports() {}

    /** @return empty where there is no such report for this reader, or nobody has read it yet */
    public static Optional<FiledReport> find(JdbcClient jdbc, UUID report) {
        return jdbc.sql(FIND).param(report).query((row, n) -> read(row)).optional();
    }

    private static FiledReport read(ResultSet row) throws SQLException {
        JsonMapper json = JsonMapper.shared();
        String by = row.getString("by");
        return new FiledReport(
                new ReportId(row.getObject("id", UUID.class)),
                row.getString("receipt_number"),
                Optional.ofNullable(row.getString("program")),
                Arrays.asList((String[]) row.getArray("cases").getArray()),
                row.getString("document_type"),
                ReportState.of(row.getString("state")),
                row.getTimestamp("received_at").toInstant(),
                row.getString("channel"),
                Optional.ofNullable(row.getString("provider")),
                row.getString("control_id"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                Optional.ofNullable(row.getString("media_type")),
                json.readTree(row.getString("fields")),
                json.readTree(row.getString("mappings")),
                by == null
                        ? Optional.empty()
                        : Optional.of(new FiledReport.Decided(
                                by, row.getTimestamp("at").toInstant())));
    }
}
