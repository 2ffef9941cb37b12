package org.caseward.matching.rematch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.caseward.casefile.MatchKeys;
import org.caseward.register.Outbox;
import org.caseward.register.Register;
import org.caseward.report.ReportId;
import org.caseward.report.Step;
import org.caseward.report.StepTaken;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends marked reports through the stages again, unless a person has decided about them; those that a person has open wait until they are closed. */
@Component
public class Rematching {
    private static final int GROUP = 100;
    // a page that was loaded counts as open as long as a session lasts without a click
    private static final String UNTOUCHED = """
            not exists (select from decision d where d.report = r.id and d.by <> 'hub')
            and not exists (select from report_on_screen o where o.report = r.id and o.at > now() - interval '30 minutes')""";

    private static final String CLAIM = """
            select r.id from rematch m join report r on r.id = m.report where r.state = 'in_review' and %s
            order by m.at limit %d for update of r, m skip locked""".formatted(UNTOUCHED, GROUP);
    // asked once more, now that the row is held: a person may have decided between the look and the lock
    private static final String SEND = """
            update report r set state = 'received', reason_code = null, reason = null, version = version + 1, changed_at = now()
            where id = ? and state = 'in_review' and %s returning lane""".formatted(UNTOUCHED);
    private static final String SETTLED = """
            delete from rematch m using report r where r.id = m.report
            and (r.state not in ('received', 'in_review') or exists (select from decision d where d.report = r.id and d.by <> 'hub'))""";
    private static final String GONE = """
            delete from waiting_key w using report r where r.id = w.report and r.state not in ('received', 'in_review')""";

    private final JdbcClient jdbc;
    private final Register register;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Rematching(JdbcClient jdbc, Register register, Outbox outbox, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.register = register;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${caseward.rematch.every:PT5S}")
    void sweepQuietly() {
        try {
            sweep();
        } catch (DataAccessException | TransactionException e) {
            // what is marked stays marked until the database is back
        }
    }

    /** @return how many reports went back to matching */
    public int sweep() {
        int all = 0;
        int sent;
        do {
            Integer some = transaction.execute(status -> sendSome());
            sent = some == null ? 0 : some;
            all += sent;
        } while (sent == GROUP);
        jdbc.sql(SETTLED).update();
        return all;
    }

    private int sendSome() {
        List<UUID> claimed = jdbc.sql(CLAIM).query(UUID.class).list();
        claimed.forEach(this::send);
        return claimed.size();
    }

    private void send(UUID report) {
        jdbc.sql("delete from rematch where report = ?").param(report).update();
        jdbc.sql(SEND).param(report).query(String.class).optional().ifPresent(lane -> {
            ReportId id = new ReportId(report);
            register.add(
                    id,
                    List.of(new StepTaken(
                            Instant.now(),
                            Step.REPLAYED,
                            "ok",
                            "A case that it may belong to is new or changed: matched again.",
                            StepTaken.HUB)));
            outbox.put(lane, id);
        });
    }

    /** Keys of reports that wait no more, and of a derivation that is no longer used. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10S")
    void tidy() {
        try {
            jdbc.sql(GONE).update();
            jdbc.sql("delete from report_on_screen where at < now() - interval '1 day'")
                    .update();
            jdbc.sql(
                            "insert into rematch (report) select distinct report from waiting_key where keys_version <> ? on conflict do nothing")
                    .param(MatchKeys.VERSION)
                    .update();
        } catch (DataAccessException e) {
            // tried again in an hour
        }
    }
}
