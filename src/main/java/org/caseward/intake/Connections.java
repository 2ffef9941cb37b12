package org.caseward.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.report.Channel;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The connections and their known senders, held in memory and read again every few seconds: before an acknowledgement nothing is looked up. */
@Component
public class Connections {
    private final JdbcClient jdbc;
    private volatile Map<String, Connection> byAddress = Map.of();
    private volatile List<String> programs = List.of();

    Connections(JdbcClient jdbc) {
        this.jdbc = jdbc;
        refresh();
    }

    @Scheduled(fixedDelayString = "${caseward.connections.refresh:5s}", initialDelayString = "5s")
    void refreshQuietly() {
        try {
            refresh();
        } catch (DataAccessException e) {
            // the last known connections go on; the database's own alert tells of the outage
        }
    }

    /** Reads the directory again now. */
    public final void refresh() {
        Map<String, Map<String, String>> senders = new HashMap<>();
        jdbc.sql("select connection, key, provider from sender").query(row -> {
            senders.computeIfAbsent(row.getString(1), id -> new HashMap<>()).put(row.getString(2), row.getString(3));
        });
        Map<String, Connection> found = new HashMap<>();
        jdbc.sql("select id, channel, address, array_to_string(programs, ',') from connection")
                .query(row -> {
                    Connection connection = new Connection(
                            row.getString(1),
                            Channel.of(row.getString(2)),
                            row.getString(3),
                            List.of(row.getString(4).split(",")),
                            senders.getOrDefault(row.getString(1), Map.of()));
                    found.put(key(connection.channel(), connection.address()), connection);
                });
        programs = jdbc.sql("select code from program order by code")
                .query(String.class)
                .list();
        byAddress = found;
    }

    public Optional<Connection> find(Channel channel, String address) {
        return Optional.ofNullable(byAddress.get(key(channel, address)));
    }

    /** For what comes in by no connection we know: kept for the triage role of every program. */
    Optional<Connection> stranger(Channel channel, String address) {
        return programs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Connection("unknown-" + channel.code(), channel, address, programs, Map.of()));
    }

    private static String key(Channel channel, String address) {
        return channel.code() + ' ' + address;
    }
}
