package org.caseward.intake.sftp.drop;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failed logins by address; one that fails too often is not listened to for the rest of its window. */
final class Throttle {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int ADDRESSES = 10_000;

    private record Count(Instant since, int failures) {}

    private final int most;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > ADDRESSES;
        }
    };

    Throttle(int most) {
        this.most = most;
    }

    synchronized boolean listens(String address) {
        Count count = counts.get(address);
        if (count != null && count.since().plus(WINDOW).isBefore(Instant.now())) {
            counts.remove(address);
            return true;
        }
        return count == null || count.failures() < most;
    }

    synchronized void failed(String address) {
        counts.merge(
                address,
                new Count(Instant.now(), 1),
                (old, first) -> old.since().plus(WINDOW).isBefore(first.since())
                        ? first
                        : new Count(old.since(), old.failures() + 1));
    }

    synchronized void succeeded(String address) {
        counts.remove(address);
    }
}
