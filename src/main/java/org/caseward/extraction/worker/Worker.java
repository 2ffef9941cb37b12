package org.caseward.extraction.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.caseward.report.OutageException;
import org.springframework.util.FileSystemUtils;

/** One worker process, as the hub sees it. */
final class Worker implements AutoCloseable {
    /** A page's picture and words; 40 million incompressible grey pixels and their words fit. */
    private static final int MOST_REPLIED = 64 << 20;

    /** From a cold disk a worker starts in two seconds. */
    private static final int SECONDS_TO_START = 60;

    private final Process process;
    private final Path scratch;
    private final DataOutputStream out;
    private final DataInputStream in;

    private Worker(Process process, Path scratch) {
        this.process = process;
        this.scratch = scratch;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /** Starts a process and waits until it is ready. @throws OutageException where it can't be started */
    static Worker start(WorkerCommand command, Path scratchFolder, ScheduledExecutorService clock) {
        try {
            Path scratch = Files.createTempDirectory(Files.createDirectories(scratchFolder), "caseward-reading-");
            Worker worker = new Worker(command.start(scratch), scratch);
            Future<?> patience = clock.schedule(worker::kill, SECONDS_TO_START, TimeUnit.SECONDS);
            worker.awaitReady();
            patience.cancel(false);
            return worker;
        } catch (RejectedExecutionException stopping) {
            throw new OutageException("The hub is stopping", stopping);
        } catch (IOException e) {
            throw new OutageException("A reading worker could not be started: " + e.getMessage(), e);
        }
    }

    private void awaitReady() {
        StringBuilder complaint = new StringBuilder();
        // reading a pipe holds its carrier: on a virtual thread two idle workers would stop every other one on two
        // cores
        Thread listener = Thread.ofPlatform().daemon().start(() -> drain(process.getErrorStream(), complaint));
        try {
            if (receive() instanceof Reply.Broken broken) {
                complaint.append(broken.why());
            } else {
                return;
            }
        } catch (IOException gone) {
            join(listener);
        }
        close();
        throw new OutageException("A reading worker could not be started: " + complaint);
    }

    /** Keeps only the first lines, said before any document was seen; what a library complains of later may quote a document. */
    private static void drain(InputStream errors, StringBuilder complaint) {
        byte[] some = new byte[2000];
        try (errors) {
            int first = errors.read(some);
            if (first > 0) {
                complaint.append(new String(some, 0, first, StandardCharsets.UTF_8));
            }
            while (errors.read(some) >= 0) {
                // thrown away, so that the worker never waits for us
            }
        } catch (IOException gone) {
            // the worker has ended
        }
    }

    private static void join(Thread listener) {
        try {
            listener.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    void send(Request request) throws IOException {
        request.write(out);
    }

    Reply receive() throws IOException {
        return Replies.decode(Frames.read(in, MOST_REPLIED));
    }

    void kill() {
        process.destroyForcibly();
    }

    /** How a worker that broke off has ended; it is killed where it has not. */
    int exitCode() {
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("Interrupted while a reading worker ended", e);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            FileSystemUtils.deleteRecursively(scratch);
        } catch (IOException leftForTheSystem) {
            // a temporary folder that stays is no fault to stop for
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
