package org.caseward.register;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.caseward.report.ReceiptsCommitted;
import org.caseward.report.ReportId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits to go on to the broker. Rows are claimed with {@code skip locked}, so that several nodes share the work and a row that committed late is never passed over. */
@Component
public class Outbox {
    /** @param id also the broker's duplicate-detection id */
    public record Waiting(UUID id, String lane, ReportId report) {}

    public static final String PUBLISHING = "publishing";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Outbox(JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    /** Puts a report into a lane, inside the caller's transaction. */
    public void put(String lane, ReportId report) {
        jdbc.sql("insert into outbox (id, lane, report) values (?, ?, ?)")
                .params(com.fasterxml.uuid.Generators.timeBasedEpochGenerator().generate(), lane, report.value())
                .update();
        events.publishEvent(new ReceiptsCommitted(1));
    }

    /**
     * Hands up to {@code most} waiting rows on and forgets them, in one transaction: where {@code send} throws, all stay.
     *
     * @return how many there were
     */
    public int handOn(int most, Consumer<List<Waiting>> send) {
        Integer count = transaction.execute(status -> {
            List<Waiting> waiting = claim(most);
            if (!waiting.isEmpty()) {
                send.accept(waiting);
                jdbc.sql("delete from outbox where id = any(?)")
                        .param(waiting.stream().map(Waiting::id).toArray(UUID[]::new))
                        .update();
            }
            return waiting.size();
        });
        return count == null ? 0 : count;
    }

    private List<Waiting> claim(int most) {
        return jdbc.sql("select id, lane, report from outbox order by id limit ? for update skip locked")
                .param(most)
                .query((row, n) -> new Waiting(
                        row.getObject(1, UUID.class), row.getString(2), new ReportId(row.getObject(3, UUID.class))))
                .list();
    }
}
