package org.caseward.extraction.worker;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.caseward.extraction.ReadingLimits;
import org.caseward.report.OutageException;
import org.caseward.report.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workers that open documents. A document that breaks its worker is refused; the next one gets a new worker. */
public final class WorkerPool implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WorkerPool.class);

    private final WorkerSettings settings;
    private final ReadingLimits limits;
    private final WorkerCommand command;
    private final BlockingQueue<Slot> free;
    private final List<Slot> slots;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reading-clock").factory());
    private volatile boolean closed;

    /** Starts no process yet: the first is started by {@link #warm} or by the first document. */
    public WorkerPool(WorkerSettings settings, ReadingLimits limits) {
        this.settings = settings;
        this.limits = limits;
        this.command = new WorkerCommand(settings);
        this.slots = java.util.stream.Stream.generate(Slot::new)
                .limit(settings.count())
                .toList();
        this.free = new ArrayBlockingQueue<>(slots.size(), true, slots);
    }

    /** How reading a document ended. */
    public sealed interface Reading {
        /** @param pages how many the document has, wanted or not */
        record Done(int pages) implements Reading {}

        record Refused(Reason reason) implements Reading {}
    }

    /** Starts the workers in the background, so that the first document does not wait for them. */
    public void warm() {
        Thread.ofPlatform().daemon().name("reading-warm").start(() -> {
            for (int left = slots.size(); left > 0 && !closed; left--) {
                warmOne();
            }
        });
    }

    private void warmOne() {
        try {
            Slot slot = borrow();
            try {
                slot.worker();
            } finally {
                free.add(slot);
            }
        } catch (OutageException outage) {
            log.warn("{} Documents wait until it can.", outage.getMessage());
        }
    }

    /**
     * Waits for a free worker and has it read a document.
     *
     * @param pages wanted, from 1; empty means all
     * @param out takes pages and notes as they come
     * @throws OutageException where no worker can be started, or the hub is stopping
     */
    public Reading read(String mediaType, byte[] content, List<Integer> pages, Consumer<Reply> out) {
        return read(mediaType, false, content, pages, out);
    }

    /** The same, only looking for the marks between the reports of a scanned batch: a {@link Reply.Marked} for each page. */
    public Reading marks(String mediaType, byte[] content, Consumer<Reply> out) {
        return read(mediaType, true, content, List.of(), out);
    }

    private Reading read(String mediaType, boolean marks, byte[] content, List<Integer> pages, Consumer<Reply> out) {
        if (content.length > limits.documentMegabytes() * 1_000_000L) {
            return new Reading.Refused(Refusals.tooLarge(limits));
        }
        Request request =
                new Request(mediaType, marks, pages, limits.pages(), limits.pageMegapixels() * 1_000_000L, content);
        Slot slot = borrow();
        try {
            return slot.read(request, out);
        } finally {
            free.add(slot);
        }
    }

    private Slot borrow() {
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("Interrupted while waiting for a reading worker", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        clock.shutdownNow();
        slots.forEach(Slot::stop);
    }

    /** A place for one worker; used by one thread at a time, except that the pool may stop it. */
    private final class Slot {
        private volatile Optional<Worker> current = Optional.empty();

        Worker worker() {
            if (closed) {
                throw new OutageException("The hub is stopping");
            }
            return current.filter(Worker::alive).orElseGet(() -> {
                stop();
                Worker worker = Worker.start(command, settings.scratchFolder(), clock);
                current = Optional.of(worker);
                if (closed) {
                    stop();
                    throw new OutageException("The hub is stopping");
                }
                return worker;
            });
        }

        Reading read(Request request, Consumer<Reply> out) {
            Worker worker = worker();
            boolean whole = false;
            try (Deadline deadline = new Deadline(clock, worker::kill, limits.pageTime(), limits.documentTime())) {
                Reading reading = converse(worker, request, deadline, out);
                whole = worker.alive();
                return reading;
            } finally {
                if (!whole) {
                    stop();
                }
            }
        }

        private Reading converse(Worker worker, Request request, Deadline deadline, Consumer<Reply> out) {
            try {
                worker.send(request);
                while (true) {
                    switch (worker.receive()) {
                        case Reply.Finished finished -> {
                            return new Reading.Done(finished.pages());
                        }
                        case Reply.Unreadable unreadable -> {
                            return new Reading.Refused(unreadable.reason());
                        }
                        case Reply reply -> {
                            out.accept(reply);
                            deadline.progress();
                        }
                    }
                }
            } catch (Frames.Oversize oversize) {
                worker.kill();
                return new Reading.Refused(Refusals.TOO_MUCH);
            } catch (IOException brokeOff) {
                return brokenOff(worker, deadline);
            }
        }

        private Reading brokenOff(Worker worker, Deadline deadline) {
            int exitCode = worker.exitCode();
            if (closed) {
                throw new OutageException("The hub is stopping");
            }
            if (deadline.passed()) {
                return new Reading.Refused(Refusals.timeout(limits));
            }
            return new Reading.Refused(Refusals.ended(exitCode));
        }

        void stop() {
            current.ifPresent(Worker::close);
            current = Optional.empty();
        }
    }
}
