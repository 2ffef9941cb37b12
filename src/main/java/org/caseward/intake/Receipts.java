package org.caseward.intake;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.documents.Address;
import org.caseward.documents.DocumentStore;
import org.caseward.report.Channel;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;
import org.caseward.security.KeyRing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens what was received for the stages. */
@Component("receipts")
public class Receipts {
    private static final String OPEN = """
            select r.id, r.receipt, r.receipt_number, r.channel, r.connection, r.programs, r.provider, r.control_id, r.pages, r.copy_of,
                r.part_path, coalesce(r.media_type, c.media_type) as media_type, c.media_type as whole_type, c.sealed, c.address, c.received_at, c.programs[1] as home, c.sender, con.address as line
            from report r join receipt c on c.id = r.receipt left join connection con on con.id = r.connection
            where r.id = ?
            """;

    private final JdbcClient jdbc;
    private final KeyRing keys;
    private final DocumentStore documents;
    private final Connections connections;
    private final List<PartReader> partReaders;

    Receipts(
            JdbcClient jdbc,
            KeyRing keys,
            DocumentStore documents,
            Connections connections,
            List<PartReader> partReaders) {
        this.partReaders = partReaders;
        this.connections = connections;
        this.jdbc = jdbc;
        this.keys = keys;
        this.documents = documents;
    }

    /** The report of this id while it is still to go through the stages; null where it has done so (the broker delivers at least once). */
    public @Nullable ReceivedReport openWaiting(ReportId id) {
        return jdbc.sql(OPEN + " and r.state = 'received'")
                .param(id.value())
                .query((row, n) -> read(row))
                .optional()
                .orElse(null);
    }

    /** The report of this id, whatever its state; null where there is none. */
    public @Nullable ReceivedReport open(ReportId id) {
        return jdbc.sql(OPEN)
                .param(id.value())
                .query((row, n) -> read(row))
                .optional()
                .orElse(null);
    }

    private ReceivedReport read(ResultSet row) throws SQLException {
        UUID copy = row.getObject("copy_of", UUID.class);
        ReceiptId receipt = new ReceiptId(row.getObject("receipt", UUID.class));
        String home = row.getString("home");
        return new ReceivedReport(
                new ReportId(row.getObject("id", UUID.class)),
                receipt,
                row.getString("receipt_number"),
                Channel.of(row.getString("channel")),
                row.getString("connection"),
                strings(row.getArray("programs")),
                home,
                provider(row),
                row.getString("control_id"),
                row.getString("media_type"),
                part(row, whole(row, home, receipt)),
                Arrays.asList((Integer[]) row.getArray("pages").getArray()),
                Optional.ofNullable(copy).map(ReportId::new),
                row.getTimestamp("received_at").toInstant());
    }

    /** A sender that was registered after its report came is known when the report is sent through again. */
    private Optional<String> provider(ResultSet row) throws SQLException {
        String known = row.getString("provider");
        String line = row.getString("line");
        String sender = row.getString("sender");
        return known != null || line == null
                ? Optional.ofNullable(known)
                : connections.find(Channel.of(row.getString("channel")), line).flatMap(c -> c.provider(sender));
    }

    private byte[] part(ResultSet row, byte[] whole) throws SQLException {
        String path = row.getString("part_path");
        String type = row.getString("whole_type");
        return path.isEmpty()
                ? whole
                : partReaders.stream()
                        .filter(reader -> reader.reads(type))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Nobody opens parts of " + type))
                        .part(whole, path);
    }

    private byte[] whole(ResultSet row, String home, ReceiptId receipt) throws SQLException {
        byte[] sealed = row.getBytes("sealed");
        return sealed != null
                ? keys.open(home, receipt.toString(), sealed)
                : documents.get(Address.parse(row.getString("address")));
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
