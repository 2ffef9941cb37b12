package org.caseward.intake;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time poll a mailbox or a foreign server. A node that sleeps past its lease finds at {@link #holds} that its token is old, and leaves moving and marking
 * to whoever polls now; what it received meanwhile has its receipt all the same, once, by the delivery's key.
 */
@Component
public class Leases {
    private final JdbcClient jdbc;
    private final UUID holder = UUID.randomUUID();

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the lease, or lengthens it where this node holds it; empty while another node does. The database's clock counts. */
    public Optional<Lease> take(String name, Duration length) {
        return jdbc.sql("""
                insert into lease as held (name, holder, token, until) values (:name, :holder, 1, now() + make_interval(secs => :seconds))
                on conflict (name) do update set holder = excluded.holder, until = excluded.until,
                    token = case when held.holder = excluded.holder and held.until > now() then held.token else held.token + 1 end
                where held.holder = excluded.holder or held.until <= now()
                returning token, until""")
                .param("name", name)
                .param("holder", holder)
                .param("seconds", length.toMillis() / 1000.0)
                .query((row, n) -> lease(name, row.getLong("token"), row.getTimestamp("until")))
                .optional();
    }

    /** Whether the lease is still this node's: asked before anything is moved or marked at the other side. */
    public boolean holds(Lease lease) {
        return jdbc.sql(
                        "select exists (select from lease where name = ? and holder = ? and token = ? and until > now())")
                .params(lease.name(), holder, lease.token())
                .query(Boolean.class)
                .single();
    }

    /** Gives it back, so that another node need not wait. */
    public void release(Lease lease) {
        jdbc.sql("update lease set until = now() where name = ? and holder = ? and token = ?")
                .params(lease.name(), holder, lease.token())
                .update();
    }

    private static Lease lease(String name, long token, Timestamp until) {
        return new Lease(name, token, until.toInstant());
    }
}
