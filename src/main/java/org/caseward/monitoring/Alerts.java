package org.caseward.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What IT must know now. At most one alert is open for a kind and subject; it stays until it is cleared. */
@Component
public class Alerts {
    private final JdbcClient jdbc;
    private final StaffDesk desk;

    Alerts(JdbcClient jdbc, StaffDesk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    /** One that is open. */
    public record Alert(UUID id, Instant raisedAt, String kind, String subject, String text) {
        /** Whether a person may clear it; the others end where their cause is mended. */
        @JsonIgnore
        public boolean isClearable() {
            return AlertDesk.clearable(kind);
        }
    }

    /** Raises an alert about the hub itself, for every engineer. */
    public boolean raise(String kind, String subject, String text) {
        return raise(kind, subject, text, null);
    }

    /**
     * @param kind a stable word, e.g. {@code silence}
     * @param subject a connection, route or receipt; never a person
     * @param text what happened, why and what to do next
     * @param programs whose engineers see it; null means all
     * @return false where it was open already (its text is brought up to date)
     */
    public boolean raise(String kind, String subject, String text, @Nullable List<String> programs) {
        return jdbc.sql("""
                        insert into hub.alert (id, kind, subject, text, programs) values (uuidv7(), ?, ?, ?, ?)
                        on conflict (kind, subject) where cleared_at is null do update set text = excluded.text
                        returning (xmax = 0)
                        """)
                .param(kind)
                .param(subject)
                .param(text)
                .param(programs == null ? null : programs.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** @return whether one was open */
    public boolean clear(String kind, String subject) {
        return jdbc.sql("update hub.alert set cleared_at = now() where kind = ? and subject = ? and cleared_at is null")
                        .params(kind, subject)
                        .update()
                > 0;
    }

    /** The open ones that concern this person's programs, newest first. */
    public List<Alert> open(Staff who) {
        return desk.as(who, sql -> sql.sql("""
                        select id, raised_at, kind, subject, text from hub.alert where cleared_at is null
                        order by raised_at desc limit 100
                        """).query(Alert.class).list());
    }
}
