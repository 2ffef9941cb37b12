package org.caseward.intake.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.caseward.intake.Connection;
import org.caseward.intake.Connections;
import org.caseward.report.Channel;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has a watch on every mailbox in the directory, and on none that was taken out or changed. */
@Component
class MailRounds implements SmartLifecycle {
    private record Watched(MailboxWatch watch, Thread thread) {}

    private final Connections connections;
    private final WatchParts parts;
    private final Map<String, Watched> watched = new HashMap<>();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mailbox-alarm").daemon().factory());
    private volatile boolean running;

    MailRounds(Connections connections, WatchParts parts) {
        this.connections = connections;
        this.parts = parts;
    }

    /** Compares what is watched with the directory. */
    @Scheduled(fixedDelayString = "${caseward.connections.refresh:5s}", initialDelayString = "1s")
    synchronized void look() {
        if (!running) {
            return;
        }
        List<Connection> mailboxes = connections.all(Channel.EMAIL).stream()
                .filter(connection -> connection.setting("host").isPresent())
                .toList();
        watched.entrySet().removeIf(entry -> {
            Connection now = entry.getValue().watch().connection();
            boolean gone = mailboxes.stream().noneMatch(mailbox -> sameMailbox(mailbox, now));
            if (gone) {
                end(entry.getValue());
            }
            return gone;
        });
        mailboxes.forEach(mailbox -> watched.computeIfAbsent(mailbox.id(), id -> begin(mailbox)));
    }

    private static boolean sameMailbox(Connection one, Connection other) {
        return one.id().equals(other.id())
                && one.address().equals(other.address())
                && one.settings().equals(other.settings());
    }

    private Watched begin(Connection mailbox) {
        MailboxWatch watch = new MailboxWatch(mailbox, parts, alarm);
        return new Watched(
                watch,
                Thread.ofPlatform().name("mailbox-" + mailbox.id()).daemon().start(watch));
    }

    private static void end(Watched watched) {
        watched.watch().stop();
        watched.thread().interrupt();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        watched.values().forEach(MailRounds::end);
        watched.clear();
        alarm.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
