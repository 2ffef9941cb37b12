package org.caseward.intake.sftp.drop;

import java.io.IOException;
import org.caseward.report.Reason;

/** How much a provider may have lying here that was not taken yet. All its sessions share one. */
final class Allowance {
    private static final long KILO = 1024;

    private final ProviderTree tree;
    private final DropSettings limits;
    private long bytes;

    Allowance(ProviderTree tree, DropSettings limits) {
        this.tree = tree;
        this.limits = limits;
    }

    /** Looks whether one more file or folder fits. */
    synchronized void another() throws IOException {
        ProviderTree.Held held = tree.held();
        bytes = held.bytes();
        if (held.files() >= limits.quotaFiles()) {
            throw Refusal.failed(
                    new Reason(
                            "quota-files",
                            "There are " + held.files()
                                    + " files and folders of yours here that were not taken yet, the most allowed. Nothing was kept of this one. Wait until they are taken, remove what you don't need, then send it again."));
        }
    }

    /**
     * Room for a file that grows.
     *
     * @param from its size so far
     * @param to its size after the next write
     */
    synchronized void grow(long from, long to) throws IOException {
        if (to > limits.largestFile()) {
            throw Refusal.failed(
                    new Reason(
                            "file-too-large",
                            "The file is larger than " + limits.largestFile() / KILO
                                    + " kB, the most that is taken at once. Nothing was kept of it. Send its documents in several files."));
        }
        long more = Math.max(0, to - from);
        if (bytes + more > limits.quotaBytes()) {
            // what was taken meanwhile makes room
            bytes = tree.held().bytes();
        }
        if (bytes + more > limits.quotaBytes()) {
            throw Refusal.failed(
                    new Reason(
                            "quota-bytes",
                            "Your files here that were not taken yet would be larger than " + limits.quotaBytes() / KILO
                                    + " kB together, the most allowed. Nothing was kept of this one. Wait until they are taken, remove what you don't need, then send it again."));
        }
        bytes += more;
    }
}
