package org.caseward.routing.mllp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.caseward.intake.MllpFrame;
import org.jspecify.annotations.Nullable;

/** One listening port: takes connections in, each on a thread of its own, and ends those that are too slow. */
final class Listener {
    private static final int BACKLOG = 256;
    private static final long LOOK_MILLIS = 500;
    private static final Duration FINISH = Duration.ofSeconds(15);

    /** What is done with a frame; it answers by the frame itself. */
    interface Handler {
        /** @throws IOException where the connection is to end */
        void handle(MllpFrame frame) throws IOException;
    }

    /** @param tell hears of trouble with senders: a stable word and a sentence */
    record Setup(
            String name,
            String host,
            int port,
            MllpLimits limits,
            @Nullable ServerTls tls,
            Handler handler,
            java.util.function.BiConsumer<String, String> tell) {}

    private final Setup setup;
    private final ServerSocket server;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
    private final ThreadFactory threads;
    private final ScheduledExecutorService watch;

    private Listener(Setup setup, ServerSocket server) {
        this.setup = setup;
        this.server = server;
        // a virtual thread that waits for its sender goes through the poller for each message: a sixth of the hub's
        // whole processor time
        threads = Thread.ofPlatform()
                .daemon()
                .name("mllp-" + setup.name() + "-", 0)
                .factory();
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("mllp-watch-" + setup.name()).daemon().factory());
    }

    /** @throws IOException where the port can't be had */
    static Listener open(Setup setup) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(setup.host(), setup.port()), BACKLOG);
        } catch (IOException e) {
            server.close();
            throw new IOException(
                    "Listener " + setup.name() + " can't have port " + setup.port() + " on " + setup.host() + ": "
                            + e.getMessage(),
                    e);
        }
        Listener listener = new Listener(setup, server);
        Thread.ofPlatform().name("mllp-accept-" + setup.name()).daemon().start(listener::accept);
        listener.watch.scheduleWithFixedDelay(listener::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return listener;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                admit(server.accept());
            } catch (IOException e) {
                // where the system has no more file handles, asking again at once would only burn the processor
                rest(server.isClosed() ? 0 : 50);
            }
        }
    }

    private void admit(Socket client) throws IOException {
        InetAddress address = client.getInetAddress();
        Session session = new Session(this, client);
        int from = perAddress.merge(address, 1, Integer::sum);
        sessions.add(session);
        if (from > limits().perAddress() || sessions.size() > limits().connections()) {
            client.close();
            ended(session);
            tell(
                    "too-many-connections",
                    "More connections were asked for than are allowed (caseward.mllp.connections, …-per-address); they were closed at once. Find out who opens so many.");
            return;
        }
        threads.newThread(session).start();
    }

    void ended(Session session) {
        if (sessions.remove(session)) {
            perAddress.computeIfPresent(session.client().getInetAddress(), (a, n) -> n == 1 ? null : n - 1);
        }
    }

    private void look() {
        long now = System.nanoTime();
        sessions.stream().filter(session -> session.late(now)).forEach(Session::close);
        sessions.stream().filter(Session::outOfDate).forEach(Session::finish);
    }

    String name() {
        return setup.name();
    }

    MllpLimits limits() {
        return setup.limits();
    }

    @Nullable
    ServerTls tls() {
        return setup.tls();
    }

    void handle(MllpFrame frame) throws IOException {
        setup.handler().handle(frame);
    }

    void tell(String kind, String words) {
        setup.tell().accept(kind, words);
    }

    /** Closes the port and what is silent at once; what is being answered gets its answer first. */
    void close() throws IOException {
        server.close();
        sessions.forEach(Session::finish);
        long until = System.nanoTime() + FINISH.toNanos();
        while (!sessions.isEmpty() && System.nanoTime() < until) {
            rest(10);
        }
        sessions.forEach(Session::close);
        watch.shutdownNow();
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
