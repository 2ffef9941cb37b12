package org.caseward.casefile;

import java.util.List;
import org.caseward.report.Healed;
import org.caseward.report.Troubled;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes match keys anew after an upgrade that derives them otherwise: a batch of people in a transaction, so that it goes on where it was after a restart. Until the last of them
 * is written, searches for candidates say that they did not see everybody, and nothing of these programs is filed without a person.
 */
@Component
public class KeyRenewal {
    private static final int BATCH = 200;
    /** The kind of the alert, and what it is about. */
    static final String TROUBLE = "match-keys";

    private static final String TASK = "renewal";
    /** Any number of ours: one node renews at a time, so that the last batch knows that it is the last. */
    private static final long LOCK = 0x4B45_5953L;

    private static final String CLAIM = """
            with claimed as materialized (select program, id from person where keys_version < :version or keys_version > :version
                order by keys_version, program, id limit %d for update)
            select %s from claimed join person p using (program, id) join case_file c on c.program = p.program and c.person_id = p.id""".formatted(BATCH, CaseRows.COLUMNS);
    private static final String CASELESS = """
            update person p set keys_version = :version where (keys_version < :version or keys_version > :version)
            and not exists (select from case_file c where c.program = p.program and c.person_id = p.id)""";
    private static final String RENEWED = """
            update person p set keys_version = :version from unnest(:programs::text[], :people::text[]) as r (program, id)
            where p.program = r.program and p.id = r.id""";
    private static final String LEFT =
            "select exists (select from person where keys_version < :version or keys_version > :version)";

    private final JdbcClient jdbc;
    private final MatchKeyTable keys;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    KeyRenewal(
            JdbcClient jdbc, JdbcTemplate template, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.keys = new MatchKeyTable(template);
        this.transaction = transaction;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "${caseward.keys.every:PT30S}", initialDelayString = "PT5S")
    void renewQuietly() {
        try {
            renew();
            events.publishEvent(new Healed(TROUBLE, TASK));
        } catch (DataAccessException | TransactionException e) {
            // what was not renewed keeps its old version and is found again; until then nothing is filed without a
            // person
            events.publishEvent(
                    new Troubled(
                            TROUBLE,
                            TASK,
                            List.of(),
                            "The search index of people could not be written anew after the upgrade ("
                                    + e.getClass().getSimpleName()
                                    + "). It is tried again by itself; until it is done, every report of the programs concerned waits for a person. Look at the database and the hub's log."));
        }
    }

    /** @return how many people's keys were written anew */
    public int renew() {
        int all = 0;
        int some;
        do {
            Integer batch = transaction.execute(status -> batch());
            some = batch == null ? 0 : batch;
            all += some;
        } while (some > 0);
        return all;
    }

    private int batch() {
        if (!left() || !mine()) {
            return 0;
        }
        List<CaseFile> cases = jdbc.sql(CLAIM)
                .param("version", MatchKeys.VERSION)
                .query((row, n) -> CaseRows.caseFile(row, CaseRows.person(row)))
                .list();
        int people = cases.isEmpty() ? 0 : renew(cases);
        if (cases.isEmpty()) {
            people = jdbc.sql(CASELESS).param("version", MatchKeys.VERSION).update();
        }
        if (!left()) {
            events.publishEvent(new KeysRenewed(MatchKeys.VERSION));
        }
        return people;
    }

    private int renew(List<CaseFile> cases) {
        keys.rewrite(cases);
        return jdbc.sql(RENEWED)
                .param("version", MatchKeys.VERSION)
                .param("programs", cases.stream().map(CaseFile::program).toArray(String[]::new))
                .param("people", cases.stream().map(file -> file.person().id()).toArray(String[]::new))
                .update();
    }

    private boolean left() {
        return jdbc.sql(LEFT)
                .param("version", MatchKeys.VERSION)
                .query(Boolean.class)
                .single();
    }

    private boolean mine() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }
}
