package org.caseward.validation;

import java.util.Optional;
import java.util.UUID;
import org.caseward.report.ReportId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits to be held against the profiles. Asking is one insert in the caller's transaction; the looking is done later, by {@link ProfileChecks}. */
@Component
public class ProfileQueue {
    private static final String CLAIM = """
            update profile_check set claimed_until = now() + interval '5 minutes', attempts = attempts + 1
            where id = (select id from profile_check where claimed_until is null or claimed_until < now() order by id limit 1 for update skip locked)
            returning id, report, attempts
            """;

    private final JdbcClient jdbc;
    private final boolean on;

    /** @param on whether this agency wants its reports held against profiles at all */
    ProfileQueue(JdbcClient jdbc, @Value("${caseward.profiles.check:true}") boolean on) {
        this.jdbc = jdbc;
        this.on = on;
    }

    /** @param attempts how often it was begun, this time included */
    record Check(UUID id, UUID report, int attempts) {}

    /** @return the check to remember with the report; null where nothing is checked */
    public @Nullable UUID ask(ReportId report) {
        if (!on) {
            return null;
        }
        UUID check = ReportId.next().value();
        jdbc.sql("insert into profile_check (id, report) values (?, ?)")
                .params(check, report.value())
                .update();
        return check;
    }

    /** The one that waits longest; nobody else gets it for five minutes. */
    Optional<Check> claim() {
        return jdbc.sql(CLAIM).query(Check.class).optional();
    }

    void done(UUID check) {
        jdbc.sql("delete from profile_check where id = ?").param(check).update();
    }

    long waiting() {
        return jdbc.sql("select count(*) from profile_check").query(Long.class).single();
    }
}
