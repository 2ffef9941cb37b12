package org.caseward.extraction.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;
import org.caseward.report.Reason;

/**
 * The worker's entry: reads requests from standard input, one after another, and answers on standard output. Argument: the folder where what is unpacked once is kept.
 *
 * <p>It ends when its input ends, in the middle of a page too: a worker never outlives its hub.
 */
public final class WorkerMain {
    private final DataOutputStream out;
    private final SynchronousQueue<Request> requests = new SynchronousQueue<>();

    private WorkerMain(DataOutputStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(System.err); // a library's chatter must not get between the frames
        new WorkerMain(out).work(Path.of(args[0]));
    }

    private void work(Path cache) throws Exception {
        DocumentReader reader;
        try {
            reader = new DocumentReader(Ocr.load(cache));
        } catch (Exception | LinkageError fault) {
            say(new Reply.Broken(fault.toString()));
            return;
        }
        say(new Reply.Ready());
        Thread.ofPlatform().daemon().name("requests").start(this::listen);
        while (true) {
            answer(reader, requests.take());
        }
    }

    private void listen() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16))) {
            while (true) {
                requests.put(Request.read(in));
            }
        } catch (IOException | InterruptedException hubHasGone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void answer(DocumentReader reader, Request request) {
        try {
            say(new Reply.Finished(reader.read(request, this::say)));
        } catch (Unreadable unreadable) {
            say(new Reply.Unreadable(unreadable.reason()));
        } catch (UncheckedIOException hubHasGone) {
            Runtime.getRuntime().halt(0);
        } catch (IOException | RuntimeException | StackOverflowError fault) {
            say(new Reply.Unreadable(new Reason(
                    "document-unreadable",
                    "The document could not be opened (" + fault.getClass().getSimpleName()
                            + "). Ask the sender to send it again, as a PDF if possible.")));
        }
    }

    private void say(Reply reply) {
        try {
            Frames.write(out, Replies.encode(reply));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
