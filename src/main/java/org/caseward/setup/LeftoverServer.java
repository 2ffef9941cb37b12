package org.caseward.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that outlived a hub that was killed still holds its data folder: it is stopped before a new one starts. */
final class LeftoverServer {
    private static final long PATIENCE_SECONDS = 20;

    private LeftoverServer() {}

    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst().trim()))
                .filter(LeftoverServer::isPostgres);
        if (server.isPresent()) {
            stop(server.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** Process numbers are used again: only a PostgreSQL is stopped. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    private static void stop(ProcessHandle server) throws IOException {
        server.destroy();
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an old database server was stopping", e);
        } catch (ExecutionException e) {
            throw new IOException("An old database server could not be stopped", e);
        }
    }
}
