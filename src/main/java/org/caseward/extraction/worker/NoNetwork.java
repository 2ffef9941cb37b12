package org.caseward.extraction.worker;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts a worker off from every network, its own machine's included, where the system lets us: a network namespace of its own, by util-linux's {@code unshare}. */
final class NoNetwork {
    private static final Logger log = LoggerFactory.getLogger(NoNetwork.class);
    /** As root; else as a user who may make user namespaces. */
    private static final List<List<String>> WAYS =
            List.of(List.of("unshare", "--net"), List.of("unshare", "--map-root-user", "--net"));

    private NoNetwork() {}

    /** @return what to put before a command; empty, with a line in the log, where the system has no way */
    static List<String> prefix() {
        return WAYS.stream().filter(NoNetwork::works).findFirst().orElseGet(() -> {
            log.warn("Workers that open documents run with network access: this system has no `unshare --net` for us. "
                    + "Install util-linux, or allow user namespaces, to cut them off.");
            return List.of();
        });
    }

    private static boolean works(List<String> way) {
        List<String> trial = new java.util.ArrayList<>(way);
        trial.add("true");
        try {
            Process process = new ProcessBuilder(trial)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
