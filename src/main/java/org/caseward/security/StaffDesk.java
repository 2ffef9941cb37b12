package org.caseward.security;

import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way by which a person's or client's request reaches the database: a transaction in which row-level security knows who asks and for which programs. What
 * lies outside these programs does not exist there.
 */
@Component
public class StaffDesk {
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    StaffDesk(@Qualifier("staffTransaction") TransactionTemplate transaction, @Qualifier("staffJdbc") JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Runs the work as this person, inside one transaction. */
    public <T> T as(Staff who, Function<JdbcClient, T> work) {
        T result = transaction.execute(status -> {
            jdbc.sql("""
                            select set_config('hub.user', ?, true), set_config('hub.programs', ?, true),
                                set_config('hub.triage', ?, true), set_config('hub.auditing', ?, true)
                            """)
                    .params(
                            who.name(),
                            String.join(",", who.programs()),
                            // what no program has claimed is shown to those who place it, and to those who repair its
                            // route
                            where(who, Role.TRIAGE, Role.INTEGRATION_ENGINEER),
                            where(who, Role.AUDITOR))
                    .query()
                    .singleRow();
            return work.apply(jdbc);
        });
        if (result == null) {
            throw new IllegalStateException("Work at the desk answered nothing");
        }
        return result;
    }

    private static String where(Staff who, Role... anyOf) {
        return String.join(",", who.acting(anyOf).programs());
    }
}
