package org.caseward.intake.sftp.fetch;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.caseward.intake.Connection;
import org.caseward.intake.Connections;
import org.caseward.intake.Lease;
import org.caseward.intake.Leases;
import org.caseward.intake.ReceiptDesk;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Looks into the folders of providers' servers that are due; one node at a time looks into each. */
@Component("sftpFetch")
public class FetchDesk {
    /** The address of a connection that is fetched from begins so. */
    static final String ADDRESS = "fetch:";

    private static final Logger LOG = LoggerFactory.getLogger(FetchDesk.class);
    private static final int AT_ONCE = 4;
    /** A look that takes longer is cut off: the next goes on where it was. */
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(2);

    private final Connections connections;
    private final Leases leases;
    private final ReceiptDesk desk;
    private final FetchedFiles fetched;
    private final FetchTroubles troubles;
    private final int largest;
    private final Map<String, FetchState> states = new ConcurrentHashMap<>();
    private final Map<String, Lease> held = new ConcurrentHashMap<>();
    private final ExecutorService looks = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("sftp-fetch-", 0).daemon().factory());
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sftp-fetch-watch").daemon().factory());

    FetchDesk(
            Connections connections,
            Leases leases,
            ReceiptDesk desk,
            FetchedFiles fetched,
            FetchTroubles troubles,
            @Value("${caseward.sftp.largest-file:104857600}") int largest) {
        this.connections = connections;
        this.leases = leases;
        this.desk = desk;
        this.fetched = fetched;
        this.troubles = troubles;
        this.largest = largest;
    }

    /** Called by the route's timer; returns when all that were due have been looked into, so that a stopped route rests. */
    public void poll() throws InterruptedException {
        List<? extends Future<?>> due = connections.all(Channel.SFTP).stream()
                .filter(connection -> connection.address().startsWith(ADDRESS))
                .filter(connection -> state(connection).isDue(connection.settings()))
                .map(connection -> looks.submit(() -> look(connection)))
                .toList();
        for (Future<?> look : due) {
            try {
                look.get();
            } catch (java.util.concurrent.ExecutionException e) {
                LOG.warn(
                        "A look into a provider's server failed: {}",
                        e.getCause() == null ? "" : e.getCause().getClass().getSimpleName());
            }
        }
    }

    private FetchState state(Connection connection) {
        return states.computeIfAbsent(connection.id(), id -> new FetchState());
    }

    private void look(Connection connection) {
        FetchState state = state(connection);
        FetchSettings settings;
        try {
            settings = FetchSettings.of(connection);
        } catch (IllegalArgumentException e) {
            troubles.settings(connection, String.valueOf(e.getMessage()));
            state.halt();
            return;
        }
        try {
            Optional<Lease> lease = leases.take("sftp-fetch:" + connection.id(), leaseFor(settings));
            if (lease.isEmpty()) {
                state.notNow(settings.every());
                return;
            }
            held.put(connection.id(), lease.get());
            look(connection, settings, lease.get(), state);
        } catch (OutageException | DataAccessException ours) {
            state.notNow(settings.every());
        }
    }

    /** Longer than from one look to the end of the next, so that it changes hands only when its holder is gone. */
    private static Duration leaseFor(FetchSettings settings) {
        return settings.every().plus(LONGEST_LOOK).plusSeconds(30);
    }

    private void look(Connection connection, FetchSettings settings, Lease lease, FetchState state) {
        Optional<byte[]> key = connections.secret(connection);
        if (key.isEmpty()) {
            troubles.settings(connection, "its private key is missing");
            state.failed(settings.every());
            return;
        }
        try (RemoteFolder folder = RemoteFolder.open(settings, key.get())) {
            Future<?> cut = watch.schedule(folder::cut, LONGEST_LOOK.toSeconds(), TimeUnit.SECONDS);
            FetchRound round = new FetchRound(connection, settings, folder, desk, fetched, leases, lease, largest);
            state.looked(round.run(state.seen()), settings.every());
            cut.cancel(false);
            troubles.worked(connection, round.left(), round.unmarkable(), largest);
        } catch (HostKeyChangedException e) {
            troubles.hostKey(connection, e.shown());
            state.halt();
        } catch (IOException e) {
            troubles.unreachable(connection);
            state.failed(settings.every());
        } finally {
            java.util.Arrays.fill(key.get(), (byte) 0);
        }
    }

    @PreDestroy
    void close() {
        looks.shutdownNow();
        watch.shutdownNow();
        try {
            held.values().forEach(leases::release);
        } catch (DataAccessException e) {
            // it ends by itself
        }
    }
}
