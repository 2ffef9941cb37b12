package org.caseward.monitoring;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices a sender that has gone silent: a connection with {@code silent_after} that has brought nothing for longer. One that never brought anything counts from the
 * hub's start.
 */
@Component
class SilenceWatch {
    static final String KIND = "silence";

    private final JdbcClient jdbc;
    private final Alerts alerts;
    private final Instant started;

    SilenceWatch(JdbcClient jdbc, Alerts alerts) {
        this.jdbc = jdbc;
        this.alerts = alerts;
        this.started = Instant.now();
    }

    private record Watched(String connection, String channel, List<String> programs, Duration allowed, Instant last) {
        Duration silent(Instant now) {
            return Duration.between(last, now);
        }
    }

    @Scheduled(fixedDelayString = "${caseward.silence.every:PT15S}")
    void look() {
        Instant now = Instant.now();
        for (Watched watched : watched()) {
            if (watched.silent(now).compareTo(watched.allowed()) > 0) {
                alerts.raise(KIND, watched.connection(), text(watched, now), watched.programs());
            } else {
                alerts.clear(KIND, watched.connection());
            }
        }
    }

    private List<Watched> watched() {
        return jdbc.sql("""
                        select c.id, c.channel, c.programs, extract(epoch from c.silent_after)::bigint as allowed, r.received_at
                        from hub.connection c
                        left join lateral (select received_at from hub.receipt where connection = c.id
                                           order by received_at desc limit 1) r on true
                        where c.silent_after is not null
                        """).query((row, number) -> watched(row)).list();
    }

    private Watched watched(ResultSet row) throws SQLException {
        Array programs = Objects.requireNonNull(row.getArray("programs"));
        OffsetDateTime last = row.getObject("received_at", OffsetDateTime.class);
        return new Watched(
                Objects.requireNonNull(row.getString("id")),
                Objects.requireNonNull(row.getString("channel")),
                List.of((String[]) programs.getArray()),
                Duration.ofSeconds(row.getLong("allowed")),
                last == null ? started : last.toInstant());
    }

    private static String text(Watched watched, Instant now) {
        return "Nothing has come in by connection " + watched.connection() + " (" + watched.channel() + ") since "
                + Shown.time(watched.last()) + ", for " + Shown.duration(watched.silent(now))
                + "; it should bring something at least every " + Shown.duration(watched.allowed())
                + ". See whether its route is started; if it is, ask the sender whether sending works on their side.";
    }
}
