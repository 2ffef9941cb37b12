package org.caseward.routing.mllp;

import java.time.Duration;
import java.util.function.BiFunction;

/**
 * What one sender may take of a listener, so that none takes it from the others.
 *
 * @param largestFrame bytes
 * @param connections at once, from all senders
 * @param perAddress at once, from one network address
 * @param hello how long a new connection may take for its TLS handshake, and then to begin its first frame
 * @param idle how long a connection that has delivered may be silent
 * @param frame how long a frame may take, whatever its size
 * @param slowest bytes a second that a large frame may take beyond that time
 * @param answer how long the other side may take to read an acknowledgement
 */
record MllpLimits(
        long largestFrame,
        int connections,
        int perAddress,
        Duration hello,
        Duration idle,
        Duration frame,
        int slowest,
        Duration answer) {
    private static final long LARGEST = 32L * 1024 * 1024;

    /** @param setting looks a setting under {@code caseward.mllp.} up: its name and its default, both as text */
    static MllpLimits of(BiFunction<String, String, String> setting) {
        return new MllpLimits(
                Long.parseLong(setting.apply("largest", Long.toString(LARGEST))),
                Integer.parseInt(setting.apply("connections", "1024")),
                Integer.parseInt(setting.apply("connections-per-address", "256")),
                seconds(setting.apply("hello-seconds", "15")),
                seconds(setting.apply("idle-seconds", "600")),
                seconds(setting.apply("frame-seconds", "30")),
                Integer.parseInt(setting.apply("slowest-bytes-per-second", "16384")),
                seconds(setting.apply("answer-seconds", "30")));
    }

    private static Duration seconds(String number) {
        return Duration.ofSeconds(Long.parseLong(number));
    }

    /** How long a frame may take of which so much has come. */
    Duration patience(long bytes) {
        return frame.plusMillis(bytes * 1000 / slowest);
    }
}
