package org.caseward.extraction.worker;

import org.caseward.extraction.ReadingLimits;
import org.caseward.report.OutageException;
import org.caseward.report.Reason;

/** What is said of documents that broke their worker or a limit. */
final class Refusals {
    private static final String WHAT_NEXT = " Open it with care, or ask the sender to send it again in a simpler form.";
    /** What {@code -XX:+ExitOnOutOfMemoryError} ends with. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int INTERRUPTED = 128 + 2;
    private static final int TERMINATED = 128 + 15;

    static final Reason TOO_MUCH =
            new Reason("reading-oversize", "Reading the document gave more data than is allowed." + WHAT_NEXT);

    private Refusals() {}

    static Reason tooLarge(ReadingLimits limits) {
        return new Reason(
                "document-too-large",
                "The document is larger than the " + limits.documentMegabytes()
                        + " MB that are read. Ask the sender to send it in parts.");
    }

    static Reason timeout(ReadingLimits limits) {
        return new Reason(
                "reading-timeout",
                "Reading the document took too long (more than "
                        + limits.pageTime().toSeconds() + " s for a page) and was stopped." + WHAT_NEXT);
    }

    /** @throws OutageException where the worker was told to stop from outside, which is not the document's doing */
    static Reason ended(int exitCode) {
        return switch (exitCode) {
            case INTERRUPTED, TERMINATED -> throw new OutageException("A reading worker was told to stop");
            case OUT_OF_MEMORY ->
                new Reason("reading-memory", "Reading the document took more memory than is allowed." + WHAT_NEXT);
            default -> new Reason("reading-crashed", "The program that reads documents broke on this one." + WHAT_NEXT);
        };
    }
}
