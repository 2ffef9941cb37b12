package org.caseward.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.caseward.report.ControlIdReused;
import org.caseward.report.Reason;
import org.caseward.report.ReportId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The one statement by which receipts, their reports and what waits to go on are committed. Its look for an earlier use of the same name is a scalar query with a limit: an
 * {@code exists} would be planned as a hash of all deliveries while the table is young, and its one plan would keep reading them all.
 */
@Component
class ReceiptTable {
    private static final String INSERT = """
            with incoming as (
                select * from unnest(?::bytea[], ?::bytea[], ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::int[], ?::bytea[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[])
                    as t(key, channel_key, receipt, number, report, at, channel, connection, programs, program, provider, sender,
                        control_id, media_type, sha256, size, sealed, address, lane, reason_code, reason, facts, part, part_path,
                        part_type, file_name)),
            fresh as (
                insert into delivery (key, receipt, receipt_number, report, channel_key)
                select key, receipt, number, report, channel_key from incoming where part = 0
                on conflict (key) do nothing returning receipt),
            kept as (select i.* from incoming i join fresh using (receipt)),
            receipts as (
                insert into receipt (id, number, received_at, channel, connection, programs, provider, sender, control_id, media_type,
                    sha256, size, sealed, address, facts)
                select receipt, number, at, channel, connection, string_to_array(programs, ','), provider, sender, control_id, media_type,
                    sha256, size, sealed, address, coalesce(facts::jsonb, '{}') from kept where part = 0),
            reports as (
                insert into report (id, receipt, receipt_number, part, received_at, channel, connection, programs, program, provider,
                    control_id, sha256, state, lane, reason_code, reason, part_path, media_type, file_name)
                select report, receipt, number, part, at, channel, connection, string_to_array(programs, ','), program, provider,
                    control_id, sha256, case when reason is null then 'received' else 'quarantined' end, lane, reason_code, reason,
                    part_path, part_type, file_name from kept),
            steps as (
                insert into report_step (report, at, step, outcome, reason, actor)
                select report, at, 'received', case when reason is null then 'ok' else 'refused' end,
                    coalesce(reason, 'Receipt ' || number || ' was committed.'), 'hub' from kept),
            waiting as (
                insert into outbox (id, lane, report) select report, lane, report from kept where reason is null)
            select f.receipt, coalesce((select true from delivery old where old.channel_key = k.channel_key limit 1), false) as reused
            from fresh f join kept k using (receipt) where k.part = 0
            """;

    private static final String KNOWN = "select key, receipt_number, report from delivery where key = any(?)";

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    ReceiptTable(@Qualifier("intakeTemplate") JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Commits the rows; answers in their order. */
    List<Receipted> insert(List<ReceiptRow> rows) {
        List<Receipted> answers = jdbc.execute((ConnectionCallback<List<Receipted>>) connection -> {
            Set<UUID> fresh = insert(connection, rows);
            if (fresh.size() == rows.size()) {
                return rows.stream().map(ReceiptRow::receipted).toList();
            }
            Map<String, Receipted> known = known(connection, rows, fresh);
            return rows.stream()
                    .map(row -> fresh.contains(row.receipt().value()) ? row.receipted() : found(known, row))
                    .toList();
        });
        if (answers == null) {
            throw new IllegalStateException("The receipts' statement answered nothing");
        }
        return answers;
    }

    private static Receipted found(Map<String, Receipted> known, ReceiptRow row) {
        Receipted receipted = known.get(HexFormat.of().formatHex(row.key()));
        if (receipted == null) {
            throw new IllegalStateException("A delivery was neither new nor known");
        }
        return receipted;
    }

    private Set<UUID> insert(Connection connection, List<ReceiptRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(new Columns(connection, insert, rows));
            Set<UUID> fresh = new HashSet<>();
            try (ResultSet result = insert.executeQuery()) {
                while (result.next()) {
                    UUID receipt = result.getObject(1, UUID.class);
                    fresh.add(receipt);
                    if (result.getBoolean(2)) {
                        reused(rows, receipt);
                    }
                }
            }
            return fresh;
        }
    }

    private static void bind(Columns columns) throws SQLException {
        columns.once("bytea", byte[].class, ReceiptRow::key);
        columns.once("bytea", byte[].class, ReceiptRow::channelKey);
        columns.add("uuid", UUID.class, report -> report.receipt().receipt().value());
        columns.receipt(ReceiptRow::number);
        columns.add("uuid", UUID.class, report -> report.id().value());
        columns.add(
                "timestamptz",
                Timestamp.class,
                report -> Timestamp.from(report.receipt().at()));
        columns.receipt(row -> row.delivery().channel().code());
        columns.receipt(row -> row.connection().id());
        columns.receipt(row -> String.join(",", row.connection().programs()));
        columns.receipt(row -> row.program().orElse(null));
        columns.receipt(row -> row.provider().orElse(null));
        columns.receipt(row -> row.delivery().sender());
        columns.receipt(ReceiptRow::findableControlId);
        columns.receipt(row -> row.delivery().mediaType());
        columns.add("bytea", byte[].class, report -> report.receipt().sha256());
        columns.once("int4", Integer.class, row -> row.delivery().bytes().length);
        columns.once("bytea", byte[].class, ReceiptRow::sealed);
        columns.receipt(ReceiptRow::address);
        columns.text(report -> report.told().lane().code());
        columns.text(report -> report.refusal().map(Reason::code).orElse(null));
        columns.text(report -> report.refusal().map(Reason::text).orElse(null));
        columns.text(report -> report.once(report.receipt().facts()));
        columns.add("int4", Integer.class, ReceiptRow.Report::part);
        columns.text(report -> report.told().path());
        columns.text(report -> report.told().mediaType());
        columns.text(report -> report.told().fileName());
    }

    /** The sender used a name again for something else: both are kept, and somebody should ask the sender why. */
    private void reused(List<ReceiptRow> rows, UUID receipt) {
        rows.stream()
                .filter(row -> row.receipt().value().equals(receipt))
                .forEach(row -> events.publishEvent(new ControlIdReused(
                        row.connection().id(), row.number(), row.connection().programs())));
    }

    private static Map<String, Receipted> known(Connection connection, List<ReceiptRow> rows, Set<UUID> fresh)
            throws SQLException {
        byte[][] keys = rows.stream()
                .filter(row -> !fresh.contains(row.receipt().value()))
                .map(ReceiptRow::key)
                .toArray(byte[][]::new);
        Map<String, Receipted> known = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, connection.createArrayOf("bytea", keys));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    known.put(
                            HexFormat.of().formatHex(result.getBytes(1)),
                            new Receipted(result.getString(2), new ReportId(result.getObject(3, UUID.class)), true));
                }
            }
        }
        return known;
    }

    /** Binds each column of the group, a row for each report, as one array. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<ReceiptRow.Report> reports;
        private int index;

        Columns(Connection connection, PreparedStatement statement, List<ReceiptRow> rows) {
            this.connection = connection;
            this.statement = statement;
            this.reports = rows.stream().flatMap(ReceiptRow::rows).toList();
        }

        <T> void add(String type, Class<T> element, Function<ReceiptRow.Report, @Nullable T> value)
                throws SQLException {
            @SuppressWarnings("unchecked")
            T[] values = (T[]) java.lang.reflect.Array.newInstance(element, reports.size());
            List<@Nullable T> found = new ArrayList<>(reports.size());
            reports.forEach(report -> found.add(value.apply(report)));
            Array array = connection.createArrayOf(type, found.toArray(values));
            statement.setArray(++index, array);
        }

        /** For what stands once for a receipt and is large. */
        <T> void once(String type, Class<T> element, Function<ReceiptRow, @Nullable T> value) throws SQLException {
            add(type, element, report -> report.once(value.apply(report.receipt())));
        }

        /** PostgreSQL keeps no NUL in a text; a sender that writes one into its header must still get its receipt. */
        private static @Nullable String storable(@Nullable String text) {
            return text == null ? null : text.replace('\0', '\uFFFD');
        }

        void text(Function<ReceiptRow.Report, @Nullable String> value) throws SQLException {
            add("text", String.class, report -> storable(value.apply(report)));
        }

        void receipt(Function<ReceiptRow, @Nullable String> value) throws SQLException {
            text(report -> value.apply(report.receipt()));
        }
    }
}
