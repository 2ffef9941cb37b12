package org.caseward.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as people read them; also called from the templates. */
public final class Shown {
    private Shown() {}

    /** {@code 2026-11-22 04:49:14 UTC}; {@code never} where there is none. */
    public static String time(@Nullable Instant at) {
        return at == null
                ? "never"
                : at.truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                        .replace('T', ' ')
                        .replace("Z", " UTC");
    }

    /** In the largest unit that says it well: {@code 90 s}, {@code 45 min}, {@code 5 h}, {@code 3 days}. */
    public static String duration(Duration duration) {
        if (duration.toMinutes() < 2) {
            return duration.toSeconds() + " s";
        }
        if (duration.toHours() < 2) {
            return duration.toMinutes() + " min";
        }
        return duration.toDays() < 2 ? duration.toHours() + " h" : duration.toDays() + " days";
    }
}
