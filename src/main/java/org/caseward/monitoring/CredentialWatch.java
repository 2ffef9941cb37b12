package org.caseward.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells of a sender's certificate before it ends: afterwards everything that comes with it would be refused. */
@Component
class CredentialWatch {
    static final String KIND = "credential-ends";
    /** Long enough for a clinic to have a new certificate made and sent. */
    private static final Duration NOTICE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Alerts alerts;

    CredentialWatch(JdbcClient jdbc, Alerts alerts) {
        this.jdbc = jdbc;
        this.alerts = alerts;
    }

    private record Watched(
            String id,
            String kind,
            String connection,
            String provider,
            List<String> programs,
            Instant end,
            boolean due) {}

    @Scheduled(fixedDelayString = "${caseward.credentials.look-every:PT1H}", initialDelayString = "PT20S")
    void look() {
        for (Watched watched : watched()) {
            if (watched.due()) {
                alerts.raise(KIND, watched.id(), text(watched), watched.programs());
            } else {
                alerts.clear(KIND, watched.id());
            }
        }
    }

    private List<Watched> watched() {
        return jdbc.sql("""
                        select k.id::text as id, k.kind, k.connection, k.provider, c.programs, k.not_after,
                            k.revoked_at is null and k.not_after < now() + make_interval(secs => ?) as due
                        from credential k join connection c on c.id = k.connection where k.not_after is not null""")
                .param(NOTICE.toSeconds())
                .query((row, n) -> watched(row))
                .list();
    }

    private static Watched watched(ResultSet row) throws SQLException {
        return new Watched(
                row.getString("id"),
                row.getString("kind"),
                row.getString("connection"),
                row.getString("provider"),
                List.of((String[]) row.getArray("programs").getArray()),
                row.getTimestamp("not_after").toInstant(),
                row.getBoolean("due"));
    }

    private static String text(Watched watched) {
        boolean over = watched.end().isBefore(Instant.now());
        return "The " + watched.kind() + " by which " + watched.provider() + " is known on connection "
                + watched.connection()
                + (over ? " ended on " : " ends on ") + Shown.time(watched.end())
                + (over ? "; what comes with it is refused." : ".")
                + " Ask the provider for the new one, add it on the connection's page, then withdraw the old one.";
    }
}
