package org.caseward.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the demo is to run.
 *
 * @param data where {@code manifest.json} is written
 * @param send false loads the cases and sends nothing
 * @param patience how long after the first delivery everything may take to end
 * @param terminal whether {@code out} is a terminal that can be drawn on
 */
public record DemoOptions(Path data, boolean send, Duration patience, PrintStream out, boolean terminal) {
    /** What the contract allows: 300 s. */
    public static final Duration PATIENCE = Duration.ofSeconds(300);

    public static DemoOptions of(Path data, boolean send) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new DemoOptions(data, send, PATIENCE, System.out, terminal);
    }
}
