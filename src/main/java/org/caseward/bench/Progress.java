package org.caseward.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Tells how far a run is: on a terminal as a bar, else not at all, so that what is kept holds results only. May be called by many threads. */
public final class Progress {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 200_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private final AtomicLong done = new AtomicLong();
    private volatile String step = "";
    private volatile long total = 1;
    private volatile long drawn;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public static Progress none() {
        return new Progress(System.err, false);
    }

    /** Begins a step of so many units. */
    public synchronized void step(String name, long units) {
        step = name;
        total = Math.max(1, units);
        done.set(0);
        drawn = 0;
        draw();
    }

    public void advance(long units) {
        done.addAndGet(units);
        if (terminal && System.nanoTime() - drawn > REDRAW_NANOS) {
            draw();
        }
    }

    /** Wipes the bar. */
    public synchronized void end() {
        if (terminal) {
            out.print("\r\033[K");
            out.flush();
        }
    }

    private synchronized void draw() {
        if (!terminal) {
            return;
        }
        drawn = System.nanoTime();
        double share = Math.min(1, (double) done.get() / total);
        int full = (int) Math.round(share * WIDTH);
        out.printf(
                Locale.ROOT,
                "\r\033[K%s [%s%s] %3.0f %%",
                step,
                "█".repeat(full),
                "·".repeat(WIDTH - full),
                share * 100);
        out.flush();
    }
}
