package org.caseward.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions' rows. Whoever records or files a numbered report holds its numbers first, so that two versions that come at the same moment see each other. */
@Component
public class SourceVersions {
    /** A number that so many reports bear tells none of them apart. */
    private static final int MOST_OF_A_NUMBER = 50;

    private static final int FARTHEST = 20;
    private static final String STANDING = """
            select v.*, r.receipt_number, r.state, r.reason_code, r.programs, r.program,
                jsonb_path_query_array(r.fields, '$."patient.family".value') as families,
                jsonb_path_query_array(r.fields, '$."patient.birthDate".value') as births,
                jsonb_path_query_array(r.fields, '$."patient.mrn".value') as records
            from hub.source_version v join hub.report r on r.id = v.report where v.report = any(?) order by v.report""";

    private final JdbcClient jdbc;

    SourceVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else records or files a version with one of these numbers. */
    public void hold(SourceVersion version) {
        for (String number : new TreeSet<>(version.all())) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 93))")
                    .param(version.source() + '\n' + number)
                    .query()
                    .singleRow();
        }
    }

    /** Keeps what the source says of this version; said again, it is kept as said last. */
    public void keep(SourceVersion version) {
        jdbc.sql("""
                        insert into source_version (report, source, kind, at, version, numbers, aliases, replaces) values (?, ?, ?, cast(? as timestamptz), cast(? as bigint), ?, ?, ?)
                        on conflict (report) do update set source = excluded.source, kind = excluded.kind, at = excluded.at,
                            version = excluded.version, numbers = excluded.numbers, aliases = excluded.aliases, replaces = excluded.replaces""")
                .param(version.report().value())
                .param(version.source())
                .param(version.kind().code())
                .param(version.at().map(Timestamp::from).orElse(null))
                .param(version.version().orElse(null))
                .param(version.numbers().toArray(String[]::new))
                .param(version.aliases().toArray(String[]::new))
                .param(version.replaces().toArray(String[]::new))
                .update();
        jdbc.sql("delete from source_number where report = ?")
                .param(version.report().value())
                .update();
        jdbc.sql("insert into source_number (source, number, report) select ?, unnest(?::text[]), ?")
                .params(
                        version.source(),
                        version.all().toArray(String[]::new),
                        version.report().value())
                .update();
    }

    /** What is kept of a report; empty where its source numbers nothing. */
    public Optional<SourceVersion> of(ReportId report) {
        return jdbc.sql("select * from source_version where report = ?")
                .param(report.value())
                .query((row, n) -> version(row))
                .optional();
    }

    /** Everything that shares a number with it, near or far, without itself. */
    public List<VersionStanding> related(SourceVersion version) {
        return related(jdbc, version);
    }

    /** All versions of this report that are known; empty where its source numbers nothing. */
    public Optional<VersionChain> chain(ReportId report) {
        return chain(jdbc, report.value());
    }

    /** The same as a person's desk sees it: without what lies outside the walls. */
    public static Optional<VersionChain> chain(JdbcClient desk, UUID report) {
        return standing(desk, Set.of(report)).stream()
                .findFirst()
                .map(subject -> new VersionChain(subject, related(desk, subject.version())));
    }

    private static List<VersionStanding> related(JdbcClient jdbc, SourceVersion version) {
        Set<UUID> found = new HashSet<>();
        Set<String> asked = new HashSet<>();
        Set<String> open = new HashSet<>(version.all());
        for (int step = 0; step < FARTHEST && !open.isEmpty(); step++) {
            Set<UUID> fresh = new HashSet<>(bearing(jdbc, version.source(), open));
            fresh.removeAll(found);
            fresh.remove(version.report().value());
            found.addAll(fresh);
            asked.addAll(open);
            open = numbers(jdbc, fresh);
            open.removeAll(asked);
        }
        return found.isEmpty() ? List.of() : standing(jdbc, found);
    }

    private static Collection<UUID> bearing(JdbcClient jdbc, String source, Set<String> numbers) {
        record Bears(String number, UUID report) {}
        List<Bears> rows = jdbc.sql("""
                        select n.number, n.report from unnest(?::text[]) as asked (number)
                        cross join lateral (select number, report from hub.source_number s
                            where s.source = ? and s.number = asked.number limit ?) as n""")
                .params(numbers.toArray(String[]::new), source, MOST_OF_A_NUMBER + 1)
                .query((row, n) -> new Bears(row.getString(1), row.getObject(2, UUID.class)))
                .list();
        Map<String, Long> counts = rows.stream().collect(Collectors.groupingBy(Bears::number, Collectors.counting()));
        return rows.stream()
                .filter(row -> counts.getOrDefault(row.number(), 0L) <= MOST_OF_A_NUMBER)
                .map(Bears::report)
                .toList();
    }

    private static Set<String> numbers(JdbcClient jdbc, Set<UUID> reports) {
        return reports.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(jdbc.sql("select distinct number from hub.source_number where report = any(?)")
                        .param(reports.toArray(UUID[]::new))
                        .query(String.class)
                        .list());
    }

    private static List<VersionStanding> standing(JdbcClient jdbc, Set<UUID> reports) {
        return jdbc.sql(STANDING)
                .param(reports.toArray(UUID[]::new))
                .query((row, n) -> new VersionStanding(
                        version(row),
                        row.getString("receipt_number"),
                        ReportState.of(row.getString("state")),
                        row.getString("reason_code"),
                        strings(row, "programs"),
                        Optional.ofNullable(row.getString("program")),
                        new PersonNamed(texts(row, "families"), texts(row, "births"), texts(row, "records"))))
                .list();
    }

    private static SourceVersion version(ResultSet row) throws SQLException {
        long count = row.getLong("version");
        Optional<Long> version = row.wasNull() ? Optional.empty() : Optional.of(count);
        return new SourceVersion(
                new ReportId(row.getObject("report", UUID.class)),
                row.getString("source"),
                SourceVersion.Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                Optional.ofNullable(row.getObject("at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                version,
                strings(row, "numbers"),
                strings(row, "aliases"),
                strings(row, "replaces"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return new ArrayList<>(List.of((String[]) row.getArray(column).getArray()));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(row.getString(column))
                .valueStream()
                .map(text -> text.asString(""))
                .collect(Collectors.toSet());
    }
}
