package org.caseward;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.caseward.demo.Demo;
import org.caseward.demo.DemoOptions;
import org.caseward.demo.EndpointsView;

/** {@code caseward demo}: a hub of its own with a fictional world, on loopback. */
final class DemoCommand {
    private DemoCommand() {}

    static int run(List<String> arguments) throws Exception {
        DemoArguments asked;
        try {
            asked = DemoArguments.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        Path endpoints = asked.data().resolve("endpoints.json");
        Files.createDirectories(asked.data());
        Files.deleteIfExists(endpoints);
        long started = System.nanoTime();
        DemoHub hub = DemoHub.start(asked.data(), asked.portBase());
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            close(hub);
            closed.countDown();
        }));
        hub.writeEndpoints(endpoints);
        System.out.printf("Ready after %.1f s. %s%n", (System.nanoTime() - started) / 1e9, hub.welcome());
        int result = Demo.run(EndpointsView.of(asked.data()), DemoOptions.of(asked.data(), asked.send()));
        if (asked.exitWhenDone()) {
            return result;
        }
        System.out.println("Running until Ctrl-C.");
        closed.await();
        return 0;
    }

    private static void close(DemoHub hub) {
        try {
            hub.close();
        } catch (Exception e) {
            System.err.println("The hub did not stop cleanly: " + e.getClass().getSimpleName());
        }
    }
}
