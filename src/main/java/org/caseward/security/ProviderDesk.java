package org.caseward.security;

import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way by which what the hub knows of reports reaches a provider: as a database role that may read two views, in a transaction that says whose. No table, no
 * staff person's programs and no case can be reached from there.
 */
@Component
public class ProviderDesk {
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ProviderDesk(
            @Qualifier("providerTransaction") TransactionTemplate transaction,
            @Qualifier("providerJdbc") JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    public <T> T as(ProviderLogin who, Function<JdbcClient, T> work) {
        T result = transaction.execute(status -> {
            jdbc.sql("select set_config('hub.provider', ?, true), set_config('hub.portal_name', ?, true)")
                    // a link is for one submission: it opens nothing else that its provider sent
                    .params(who.byLink() ? "" : who.provider().orElse(""), who.name())
                    .query()
                    .singleRow();
            return work.apply(jdbc);
        });
        if (result == null) {
            throw new IllegalStateException("Work at the portal answered nothing");
        }
        return result;
    }
}
