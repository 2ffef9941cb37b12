package org.caseward;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@code caseward demo} as a process of its own, with all that it prints. */
final class DemoProcess {
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private DemoProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(this::read);
    }

    static DemoProcess start(Path data, int port, String... options) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx1500m",
                "-cp",
                applicationClassPath(),
                "org.caseward.Caseward",
                "demo",
                "--data",
                data.toString(),
                "--port-base",
                String.valueOf(port)));
        command.addAll(List.of(options));
        return new DemoProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Without the tests' own classes: the hub would take their configurations for its own. */
    private static String applicationClassPath() {
        String whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return java.util.Arrays.stream(whole.split(java.io.File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
    }

    /** A base port with the three after it free as well. */
    static int freePorts() {
        for (int attempt = 0; attempt < 50; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            if (free(base) && free(base + 1) && free(base + 2) && free(base + 3)) {
                return base;
            }
        }
        throw new IllegalStateException("No four free ports in a row");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            // killed: what it printed until then is what there is
        }
    }

    List<String> lines() {
        return lines;
    }

    /** Waits until what was printed is enough. */
    void await(Duration patience, Predicate<List<String>> enough) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (!enough.test(lines)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError((process.isAlive() ? "Not in time" : "Ended too early") + "; the last lines:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size())));
            }
            Thread.sleep(100);
        }
    }

    /** kill -9 */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ctrl-C, or nearly. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The hub did not stop when asked to");
        }
    }
}
