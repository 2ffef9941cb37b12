package org.caseward.matching.rematch;

import java.util.ArrayList;
import java.util.List;
import org.caseward.casefile.CaseChanged;
import org.caseward.casefile.KeysRenewed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Marks the waiting reports that share a key with a person whose case is new or changed: all those of a feed's batch in one statement, in the feed's own transaction, so
 * that a kept case never forgets who waits for it.
 */
@Component
class ConcernedReports {
    private static final String MARK = """
            insert into rematch (report)
            select distinct w.report from (select distinct * from unnest(?::text[], ?::text[])) as c (program, person)
            join match_key m on m.program = c.program and m.person_id = c.person
            join waiting_key w on w.program = m.program and w.key = m.key
            on conflict do nothing""";

    private final JdbcClient jdbc;

    ConcernedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void changed(CaseChanged change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            mark(List.of(change));
            return;
        }
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Batch.class::isInstance)
                .map(Batch.class::cast)
                .findFirst()
                .orElseGet(this::newBatch)
                .changes
                .add(change);
    }

    /** While keys were being written anew nothing was filed: all that waits is looked at again. */
    @EventListener
    void renewed(KeysRenewed renewal) {
        jdbc.sql("insert into rematch (report) select distinct report from waiting_key on conflict do nothing")
                .update();
    }

    private Batch newBatch() {
        Batch batch = new Batch();
        TransactionSynchronizationManager.registerSynchronization(batch);
        return batch;
    }

    /** All changes of one transaction. */
    private final class Batch implements TransactionSynchronization {
        private final List<CaseChanged> changes = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            mark(changes);
        }
    }

    private void mark(List<CaseChanged> changes) {
        jdbc.sql(MARK)
                .params(
                        changes.stream().map(CaseChanged::program).toArray(String[]::new),
                        changes.stream().map(CaseChanged::personId).toArray(String[]::new))
                .update();
    }
}
