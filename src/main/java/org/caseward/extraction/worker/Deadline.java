package org.caseward.extraction.worker;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Kills a worker that finishes no page in time, or the document not at all. */
final class Deadline implements AutoCloseable {
    private final ScheduledExecutorService clock;
    private final Runnable kill;
    private final Duration perPage;
    private final ScheduledFuture<?> whole;
    private ScheduledFuture<?> page;
    private volatile boolean passed;

    Deadline(ScheduledExecutorService clock, Runnable kill, Duration perPage, Duration perDocument) {
        this.clock = clock;
        this.kill = kill;
        this.perPage = perPage;
        this.whole = clock.schedule(this::pass, perDocument.toMillis(), TimeUnit.MILLISECONDS);
        this.page = clock.schedule(this::pass, perPage.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void pass() {
        passed = true;
        kill.run();
    }

    /** A page has come. */
    void progress() {
        page.cancel(false);
        page = clock.schedule(this::pass, perPage.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        page.cancel(false);
        whole.cancel(false);
    }
}
