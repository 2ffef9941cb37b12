package org.caseward.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.report.Channel;
import org.caseward.report.ReportState;
import org.caseward.report.ValidationLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads reports inside a transaction of the {@link org.caseward.security.StaffDesk}: the database hides other programs, {@link Sight} what is not this person's work. */
@Component
class Reports {
    static final int PAGE = 50;
    private static final String SELECT = """
            select r.*, p.name as provider_name from hub.report r left join hub.provider p on p.id = r.provider
            """;
    private static final String IN_SIGHT =
            "(r.program = any(:reads) or (r.program is null and r.programs && cast(:triages as text[])))";
    /** What comes first: somebody exposed, a court's or lawyer's deadline, somebody newly off work. */
    private static final String URGENT =
            "(r.document_type in ('exposure', 'records-request') or jsonb_path_exists(r.fields, '$.workStatus.value ? (@ == \"off_work\")'))";

    private static final String WAITING = " where r.state = 'in_review'"
            + " and (r.program = any(:decides) or (r.program is null and r.programs && cast(:triages as text[])))";

    /** @param oldest when the longest waiting one was received */
    record Load(int waiting, int urgent, Optional<Instant> oldest) {}

    private final ReportJson json;

    Reports(ReportJson json) {
        this.json = json;
    }

    /** By report id, or by receipt number: then the receipt's first report. */
    Optional<DeskReport> find(JdbcClient desk, Sight sight, String idOrReceipt) {
        Optional<UUID> id = uuid(idOrReceipt);
        String which = id.isPresent() ? "r.id = :key" : "r.receipt_number = :key";
        return select(desk, sight, " where " + which + " and " + IN_SIGHT + " order by r.id limit 1")
                .param("key", id.<Object>map(found -> found).orElse(idOrReceipt))
                .query(this::report)
                .optional();
    }

    /** Without {@link Sight}, for answering who has just moved a report out of it; the walls of the programs still hold. */
    DeskReport reread(JdbcClient desk, UUID id) {
        return desk.sql(SELECT + " where r.id = ?")
                .param(id)
                .query(this::report)
                .single();
    }

    /** Newest first, one more than {@link #PAGE}, so that the caller sees whether more follow. */
    List<DeskReport> list(JdbcClient desk, Sight sight, ReportFilter filter) {
        StringBuilder where = new StringBuilder(" where ").append(IN_SIGHT);
        filter.conditions().forEach(condition -> where.append(" and ").append(condition));
        var sql = select(desk, sight, where + " order by r.id desc limit " + (PAGE + 1));
        filter.state().ifPresent(state -> sql.param("state", state.code()));
        filter.channel().ifPresent(channel -> sql.param("channel", channel.code()));
        filter.provider().ifPresent(provider -> sql.param("provider", provider));
        filter.controlId().ifPresent(controlId -> sql.param("controlId", controlId));
        filter.program().ifPresent(program -> sql.param("program", program));
        filter.since().ifPresent(since -> sql.param("since", since.atOffset(ZoneOffset.UTC)));
        filter.level().ifPresent(level -> sql.param("level", level.ordinal()));
        filter.before().ifPresent(before -> sql.param("before", before));
        return sql.query(this::report).list();
    }

    /** Those that were matched, the newest first, inside the walls of the programs and without {@link Sight}: for looking at decisions, not at reports. */
    List<DeskReport> matched(JdbcClient desk, Optional<Instant> since, int limit) {
        return desk.sql(SELECT + """
                 where r.match is not null and (cast(:since as timestamptz) is null or r.received_at >= :since)
                order by r.id desc limit :limit""")
                .param("since", since.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("limit", limit)
                .query(this::report)
                .list();
    }

    /** What waits for this person, as asked for. */
    List<DeskReport> waiting(JdbcClient desk, Sight sight, Narrowed narrowed, int limit) {
        return waiting(desk, sight, SELECT, narrowed, limit).query(this::report).list();
    }

    /** All of it, urgent first, then the longest waiting, without opening any of them. */
    List<UUID> waitingIds(JdbcClient desk, Sight sight, int limit) {
        return waiting(desk, sight, "select r.id from hub.report r", Narrowed.NOT, limit)
                .query(UUID.class)
                .list();
    }

    private JdbcClient.StatementSpec waiting(
            JdbcClient desk, Sight sight, String select, Narrowed narrowed, int limit) {
        String level = narrowed.level().map(any -> " and r.level = :level").orElse("");
        return desk.sql(select + WAITING + level + " order by " + narrowed.order() + URGENT
                        + " desc, r.received_at, r.id limit :limit")
                .param("level", narrowed.level().map(ValidationLevel::ordinal).orElse(null))
                .param("decides", sight.decides().toArray(String[]::new))
                .param("triages", sight.triages().toArray(String[]::new))
                .param("limit", limit);
    }

    /** Somebody who may decide looks at it now: until that is some time ago, the hub does not take it away to match it again. */
    void openedBy(JdbcClient desk, String who, UUID report) {
        desk.sql("""
                insert into hub.report_on_screen (report, who) values (?, ?)
                on conflict (report, who) do update set at = now()""").params(report, who).update();
    }

    /** How much waits for this person. */
    Load load(JdbcClient desk, Sight sight) {
        return desk.sql("select count(*) as waiting, count(*) filter (where " + URGENT
                        + ") as urgent, min(r.received_at) as oldest from hub.report r" + WAITING)
                .param("decides", sight.decides().toArray(String[]::new))
                .param("triages", sight.triages().toArray(String[]::new))
                .query((row, n) -> new Load(
                        row.getInt("waiting"),
                        row.getInt("urgent"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    private JdbcClient.StatementSpec select(JdbcClient desk, Sight sight, String rest) {
        return desk.sql(SELECT + rest)
                .param("reads", sight.reads().toArray(String[]::new))
                .param("triages", sight.triages().toArray(String[]::new));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private DeskReport report(ResultSet row, int number) throws SQLException {
        JsonNode fields = json.tree(row.getString("fields"));
        JsonNode match = json.tree(row.getString("match"));
        JsonNode findings = json.tree(row.getString("findings"));
        return new DeskReport(
                row.getObject("id", UUID.class),
                row.getObject("receipt", UUID.class),
                row.getString("receipt_number"),
                row.getObject("parent", UUID.class),
                Arrays.asList((Integer[]) row.getArray("pages").getArray()),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Channel.of(row.getString("channel")),
                List.of((String[]) row.getArray("programs").getArray()),
                text(row, "program"),
                text(row, "provider"),
                text(row, "provider_name"),
                row.getString("control_id"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                ReportState.of(row.getString("state")),
                text(row, "document_type"),
                new DeskReport.StoredValues(fields, match, findings),
                json.fields(fields),
                json.match(match),
                json.findings(findings),
                text(row, "reason_code"),
                text(row, "reason"),
                text(row, "media_type"),
                level(row));
    }

    private ReportLevel level(ResultSet row) throws SQLException {
        return ReportLevel.of(
                new ReportLevel.Kept(
                        row.getObject("level", Integer.class),
                        json.tree(row.getString("level_missing")),
                        text(row, "level_profile"),
                        row.getObject("level_check") != null),
                ReportState.of(row.getString("state")),
                text(row, "reason_code"),
                text(row, "reason"));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
