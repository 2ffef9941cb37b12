package org.caseward.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Slows down guessing: after five failures for a name from one address the next tries wait 1, 2, 4 … seconds, at most five minutes. A quarter of an hour without a
 * failure forgets them. Each node counts for itself.
 */
public final class FailureThrottle {
    private static final int FREE = 5;
    private static final Duration MOST = Duration.ofMinutes(5);

    private record Failures(int count, long waitUntil) {}

    private final LongSupplier nanos;
    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    public FailureThrottle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How long this name must wait at this address before the next try; zero where it need not. */
    public Duration wait(String name, String address) {
        Failures known = failures.getIfPresent(key(name, address));
        long left = known == null ? 0 : known.waitUntil() - nanos.getAsLong();
        return left > 0 ? Duration.ofSeconds(Duration.ofNanos(left).toSeconds() + 1) : Duration.ZERO;
    }

    public void failed(String name, String address) {
        failures.asMap().compute(key(name, address), (key, known) -> {
            int count = known == null ? 1 : known.count() + 1;
            return new Failures(count, nanos.getAsLong() + backOff(count).toNanos());
        });
    }

    public void succeeded(String name, String address) {
        failures.invalidate(key(name, address));
    }

    private static Duration backOff(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE, 10));
        return doubled.compareTo(MOST) > 0 ? MOST : doubled;
    }

    private static String key(String name, String address) {
        return address + '\n' + name;
    }
}
