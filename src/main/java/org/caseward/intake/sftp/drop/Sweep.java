package org.caseward.intake.sftp.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through all trees for what no event told of (a hub that was killed, an outage that is over), and puts away what is old. */
final class Sweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    /** Sessions end after ten idle minutes, so nobody writes any more to what was not written to for an hour. */
    private static final Duration DEAD_AFTER = Duration.ofHours(1);

    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);

    private final DropSettings settings;
    private final DropDesk desk;
    private final Answers answers;
    private final Runnable endWithdrawn;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sftp-sweep").daemon().factory());
    private Instant tidied = Instant.EPOCH;

    /** @param endWithdrawn ends the sessions whose key does not count any more */
    Sweep(DropSettings settings, DropDesk desk, Answers answers, Runnable endWithdrawn) {
        this.settings = settings;
        this.desk = desk;
        this.answers = answers;
        this.endWithdrawn = endWithdrawn;
        timer.scheduleWithFixedDelay(this::run, 0, settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            endWithdrawn.run();
            boolean tidy = tidied.plus(TIDY_EVERY).isBefore(Instant.now());
            for (String user : ProviderTree.users(settings.root())) {
                ProviderTree tree = ProviderTree.open(settings.root(), user);
                takeWaiting(tree);
                if (tidy) {
                    tidy(tree);
                }
            }
            tidied = tidy ? Instant.now() : tidied;
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "The SFTP trees could not be looked through: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void takeWaiting(ProviderTree tree) throws IOException {
        for (Path file : tree.waiting()) {
            if (desk.take(tree, file) instanceof DropDesk.Taken.Waits && Files.exists(file)) {
                // what keeps one from being kept most likely keeps the others too
                return;
            }
        }
    }

    private void tidy(ProviderTree tree) throws IOException {
        answers.tidy(tree, settings.keepAnswers(), settings.quotaBytes());
        Instant dead = Instant.now().minus(DEAD_AFTER);
        try (var left = Files.list(tree.arriving())) {
            for (Path file : left.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(dead)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
