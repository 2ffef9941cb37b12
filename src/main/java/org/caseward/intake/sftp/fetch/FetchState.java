package org.caseward.intake.sftp.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What this node remembers of one connection between two looks. */
final class FetchState {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 16;

    private Instant due = Instant.EPOCH;
    private int failures;
    private Map<String, String> settings = Map.of();
    private boolean halted;
    private Set<RemoteFile> seen = Set.of();

    /** Whether it is time; other settings make it time at once, and let a connection go on that was halted. */
    boolean isDue(Map<String, String> now) {
        if (!now.equals(settings)) {
            settings = now;
            halted = false;
            failures = 0;
            due = Instant.EPOCH;
            seen = Set.of();
        }
        return !halted && !Instant.now().isBefore(due);
    }

    Set<RemoteFile> seen() {
        return seen;
    }

    void looked(Set<RemoteFile> now, Duration every) {
        seen = now;
        failures = 0;
        due = Instant.now().plus(every);
    }

    /** Someone else polls, or something of ours is down. */
    void notNow(Duration every) {
        seen = Set.of();
        due = Instant.now().plus(every);
    }

    /** Twice as long each time, up to five minutes. */
    void failed(Duration every) {
        seen = Set.of();
        Duration pause = every.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
        due = Instant.now().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? max(LONGEST_PAUSE, every) : pause);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /** Until somebody changes its settings. */
    void halt() {
        halted = true;
    }
}
