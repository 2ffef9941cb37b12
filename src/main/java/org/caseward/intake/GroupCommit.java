package org.caseward.intake;

import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.caseward.report.OutageException;
import org.caseward.report.ReceiptsCommitted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/**
 * Commits all receipts that are waiting at a moment as one statement, so that they share one flush to disk. It waits for nobody: a lone receipt goes at once (a linger of
 * 2 ms was measured to gain nothing). Where a group fails for one row's sake it is tried again row by row.
 */
@Component
class GroupCommit {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** SQLSTATE classes: 08 connection, 53 out of resources, 57 shut down by the operator, 58 system error. */
    private static final Set<String> DOWN = Set.of("08", "53", "57", "58");

    private static final int GROUP = 128;
    private static final long PATIENCE_SECONDS = 20;
    private static final Comparator<Waiting> BY_KEY = (a, b) -> java.util.Arrays.compare(a.row.key(), b.row.key());

    private record Waiting(ReceiptRow row, CompletableFuture<Receipted> answer) {}

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final ReceiptTable table;
    private final ApplicationEventPublisher events;
    private final List<Thread> committers = new ArrayList<>();
    private volatile boolean open = true;

    GroupCommit(
            ReceiptTable table,
            ApplicationEventPublisher events,
            @Value("${caseward.intake.committers:2}") int threads) {
        this.table = table;
        this.events = events;
        for (int i = 0; i < threads; i++) {
            committers.add(
                    Thread.ofPlatform().name("receipt-commit-" + i).daemon().start(this::work));
        }
    }

    /** Blocks until the row is durable, or throws {@link OutageException} where it is not known to be. */
    Receipted keep(ReceiptRow row) {
        Waiting waiting = new Waiting(row, new CompletableFuture<>());
        queue.add(waiting);
        try {
            return waiting.answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("Interrupted before the receipt was durable", e);
        } catch (TimeoutException e) {
            throw new OutageException("The receipt was not durable in time", e);
        } catch (ExecutionException e) {
            throw new OutageException("The receipt could not be kept", e);
        }
    }

    private void work() {
        List<Waiting> group = new ArrayList<>(GROUP);
        while (open) {
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                return;
            }
            queue.drainTo(group, GROUP - 1);
            // in key order, so that two committers that meet the same delivery never wait for each other in a ring
            group.sort(BY_KEY);
            commit(group);
            group.clear();
        }
    }

    private void commit(List<Waiting> group) {
        try {
            List<Receipted> kept = table.insert(group.stream().map(Waiting::row).toList());
            for (int i = 0; i < kept.size(); i++) {
                group.get(i).answer.complete(kept.get(i));
            }
        } catch (RuntimeException e) {
            // whatever it was: this thread must live, or nothing is received any more
            failed(group, e);
            return;
        }
        tell(group.size());
    }

    /** The outbox looks by itself too: a listener's fault costs a moment, never a receipt. */
    private void tell(int count) {
        try {
            events.publishEvent(new ReceiptsCommitted(count));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Receipts were kept, but not all were told: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void failed(List<Waiting> group, RuntimeException cause) {
        if (group.size() == 1 || isDown(cause)) {
            group.forEach(one -> one.answer.completeExceptionally(cause));
        } else {
            List.copyOf(group).forEach(one -> commit(List.of(one)));
        }
    }

    /** While the database is down each row would wait for a connection in vain, and their senders with them. */
    private static boolean isDown(RuntimeException cause) {
        return cause instanceof CannotGetJdbcConnectionException
                || cause.getCause() instanceof SQLException sql
                        && sql.getSQLState() != null
                        && DOWN.contains(sql.getSQLState().substring(0, 2));
    }

    @PreDestroy
    void close() {
        open = false;
        committers.forEach(Thread::interrupt);
    }
}
