package org.caseward.intake.mail;

import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.caseward.intake.Connection;
import org.caseward.intake.IntakeDoor;
import org.caseward.intake.Lease;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Watches one mailbox, on a thread of its own. A message is put away only after its receipt is durable, and only while this node holds the mailbox's lease; what falls between
 * the two is received again and finds its receipt.
 */
final class MailboxWatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);
    private static final String ROUTE = "intake-email";
    /** The kind of the alert. */
    static final String AWAY = "mailbox-away";
    /** In a row: a server that starts anew is away for less, see {@link #trouble}. */
    private static final int WORTH_AN_ALERT = 5;

    private final Connection connection;
    private final WatchParts parts;
    private final ScheduledExecutorService alarm;
    private final Map<Long, Integer> failures = new HashMap<>();
    private volatile boolean running = true;
    private int troubles;

    MailboxWatch(Connection connection, WatchParts parts, ScheduledExecutorService alarm) {
        this.connection = connection;
        this.parts = parts;
        this.alarm = alarm;
    }

    Connection connection() {
        return connection;
    }

    void stop() {
        running = false;
    }

    @Override
    public void run() {
        while (running) {
            try {
                if (parts.door().open(ROUTE) && lease().isPresent()) {
                    watch();
                }
                troubles = 0;
                pause(Duration.ofSeconds(1));
            } catch (MessagingException | IOException | RuntimeException e) {
                trouble(e);
            }
        }
    }

    private Optional<Lease> lease() {
        return parts.leases()
                .take("email:" + connection.address(), parts.settings().look().multipliedBy(3));
    }

    private void watch() throws MessagingException, IOException {
        byte[] password = parts.connections().secret(connection).orElse(new byte[0]);
        try (Mailbox mailbox = Mailbox.open(
                parts.servers(), connection, password, parts.settings().largestMegabytes() * 1024L * 1024)) {
            while (running && parts.door().open(ROUTE)) {
                Optional<Lease> lease = lease();
                if (lease.isEmpty()) {
                    return;
                }
                receiveAll(mailbox);
                wellAgain();
                await(mailbox);
            }
        }
    }

    /** One after the other, and the list is asked for anew each time: a server may give the others new places. Those that failed before come last and hold up nobody. */
    private void receiveAll(Mailbox mailbox) throws MessagingException, IOException {
        Set<Long> done = new HashSet<>();
        boolean sure = false;
        while (running) {
            SortedMap<Long, IMAPMessage> waiting = mailbox.waiting();
            failures.keySet().retainAll(waiting.keySet());
            Optional<Long> next = waiting.keySet().stream()
                    .filter(number -> !done.contains(number))
                    .min(Comparator.comparingInt(number -> failures.getOrDefault(number, 0)));
            Optional<Lease> lease = lease();
            if (lease.isEmpty() || next.isEmpty() && sure) {
                return;
            }
            sure = next.isEmpty();
            if (sure) {
                // some servers lose count while messages come and go: what they do not tell of would lie here for ever
                mailbox.lookAnew();
                continue;
            }
            done.add(next.get());
            failures.merge(next.get(), 1, Integer::sum);
            receive(mailbox, Objects.requireNonNull(waiting.get(next.get())), lease.get());
            failures.remove(next.get());
        }
    }

    private void receive(Mailbox mailbox, IMAPMessage message, Lease lease) throws MessagingException, IOException {
        try {
            Verdict verdict = parts.door().through(ROUTE, mailbox.fetch(connection.address(), message), Verdict.class);
            if (parts.leases().holds(lease)) {
                mailbox.putAway(message, verdict.refusal().isEmpty());
                parts.connections()
                        .find(Channel.EMAIL, connection.address())
                        .ifPresent(now -> parts.answers().answer(now, verdict));
            }
        } catch (MessageRemovedException e) {
            LOG.debug("A message was taken away while it was looked at");
        }
    }

    private void await(Mailbox mailbox) throws MessagingException {
        if (!mailbox.canIdle()) {
            pause(parts.settings().look());
            return;
        }
        ScheduledFuture<?> end =
                alarm.schedule(mailbox::wake, parts.settings().look().toMillis(), TimeUnit.MILLISECONDS);
        try {
            mailbox.idle();
        } finally {
            end.cancel(false);
        }
    }

    /** The kind of fault only: a mail server's words may hold what a message says. */
    private void trouble(Exception fault) {
        if (fault instanceof IntakeDoor.Closed || !running) {
            return;
        }
        troubles++;
        String kind = fault.getClass().getSimpleName();
        if (fault instanceof OutageException || fault instanceof DataAccessException) {
            LOG.warn("Mail of {} could not be kept and stays in its mailbox: {}", connection.id(), kind);
        } else if (troubles == 1 || troubles % 20 == 0) {
            LOG.warn("The mailbox of {} can't be read: {}. It is tried again", connection.id(), kind);
        }
        if (troubles == WORTH_AN_ALERT) {
            parts.troubles()
                    .tell(
                            AWAY,
                            connection,
                            "The mail of connection " + connection.id() + " can't be received (" + kind
                                    + "). Nothing is lost: what came stays in the mailbox, and it is tried again by itself. Look at the mail server, at the connection's host, user and secret, and at the hub's database.");
        }
        long millis = Math.min(parts.settings().look().toMillis(), 500L << Math.min(troubles - 1, 10));
        pause(Duration.ofMillis(millis));
    }

    private void wellAgain() {
        troubles = 0;
        parts.troubles().heal(AWAY, connection);
    }

    private void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }
}
