package org.caseward.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caseward.report.Channel;
import org.caseward.security.KeyRing;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The connections and their known senders, held in memory and read again every few seconds: before an acknowledgement nothing is looked up. */
@Component
public class Connections {
    /** No program's key: the programs that a connection serves may change, and its secret must still open. */
    private static final String SEALED_FOR = "connections";

    private final JdbcClient jdbc;
    private final KeyRing keys;
    private final JsonMapper json;
    private volatile Map<String, Connection> byAddress = Map.of();
    private volatile List<String> programs = List.of();

    Connections(JdbcClient jdbc, KeyRing keys, JsonMapper json) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.json = json;
        refresh();
    }

    @Scheduled(fixedDelayString = "${caseward.connections.refresh:5s}", initialDelayString = "5s")
    void refreshQuietly() {
        try {
            refresh();
        } catch (DataAccessException e) {
            // the last known connections go on; the routes themselves tell of the outage
        }
    }

    /** Reads the directory again now. */
    public final void refresh() {
        Map<String, Map<String, String>> senders = new HashMap<>();
        jdbc.sql("select connection, key, provider from sender").query(row -> {
            senders.computeIfAbsent(row.getString(1), id -> new HashMap<>()).put(row.getString(2), row.getString(3));
        });
        Map<String, List<Credential>> credentials = credentials();
        Map<String, Connection> found = new HashMap<>();
        jdbc.sql("""
                        select id, channel, address, array_to_string(programs, ',') as programs, settings
                        from connection where enabled""")
                .query((row, n) -> connection(row, senders, credentials))
                .list()
                .forEach(connection -> found.put(key(connection.channel(), connection.address()), connection));
        programs = jdbc.sql("select code from program order by code")
                .query(String.class)
                .list();
        byAddress = found;
    }

    private Map<String, List<Credential>> credentials() {
        Map<String, List<Credential>> found = new HashMap<>();
        jdbc.sql("select id, connection, kind, value, provider, not_after from credential where revoked_at is null")
                .query(row -> {
                    found.computeIfAbsent(row.getString("connection"), id -> new ArrayList<>())
                            .add(credential(row));
                });
        return found;
    }

    private static Credential credential(ResultSet row) throws SQLException {
        return new Credential(
                row.getObject("id", UUID.class),
                Credential.Kind.of(row.getString("kind")),
                row.getString("value"),
                row.getString("provider"),
                Optional.ofNullable(row.getTimestamp("not_after")).map(Timestamp::toInstant));
    }

    private Connection connection(
            ResultSet row, Map<String, Map<String, String>> senders, Map<String, List<Credential>> credentials)
            throws SQLException {
        String id = row.getString("id");
        return new Connection(
                id,
                Channel.of(row.getString("channel")),
                row.getString("address"),
                List.of(row.getString("programs").split(",")),
                senders.getOrDefault(id, Map.of()),
                json.readValue(row.getString("settings"), new TypeReference<Map<String, String>>() {}),
                credentials.getOrDefault(id, List.of()));
    }

    public Optional<Connection> find(Channel channel, String address) {
        return Optional.ofNullable(byAddress.get(key(channel, address)));
    }

    /** All connections of a channel that are in use, by their address. */
    public List<Connection> all(Channel channel) {
        return byAddress.values().stream()
                .filter(connection -> connection.channel() == channel)
                .sorted(Comparator.comparing(Connection::address))
                .toList();
    }

    /** The password or private key by which the other side is reached; looked up each time, so that it lies in memory no longer than needed. */
    public Optional<byte[]> secret(Connection connection) {
        return jdbc.sql("select secret from connection where id = ? and secret is not null")
                .param(connection.id())
                .query(byte[].class)
                .optional()
                .map(kept -> keys.open(SEALED_FOR, secretOf(connection.id()), kept));
    }

    /** Keeps the password or private key of a connection, sealed. */
    public void keepSecret(Connection connection, byte[] secret) {
        keepSecret(connection.id(), secret);
    }

    /** The same for one that may be out of use at the moment. */
    public void keepSecret(String connection, byte[] secret) {
        jdbc.sql("update connection set secret = ?, changed_at = now() where id = ?")
                .params(keys.seal(SEALED_FOR, secretOf(connection), secret), connection)
                .update();
    }

    /** For what comes in by no connection we know: kept for the triage role of every program. */
    Optional<Connection> stranger(Channel channel, String address) {
        return programs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Connection("unknown-" + channel.code(), channel, address, programs, Map.of()));
    }

    private static String secretOf(String connection) {
        return "connection:" + connection;
    }

    private static String key(Channel channel, String address) {
        return channel.code() + ' ' + address;
    }
}
