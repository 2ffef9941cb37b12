package org.caseward.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One number that a bench gives.
 *
 * @param name {@code snake_case}, the key in the JSON
 * @param unit {@code share}, {@code ms}, {@code reports} …; said in the table
 * @param aim empty where the number is only told, never checked
 */
public record Metric(String name, String unit, String what, Optional<Aim> aim) {
    public static Metric told(String name, String unit, String what) {
        return new Metric(name, unit, what, Optional.empty());
    }

    public static Metric atLeast(double bound, String name, String unit, String what) {
        return new Metric(name, unit, what, Optional.of(new Aim.Min(bound)));
    }

    public static Metric atMost(double bound, String name, String unit, String what) {
        return new Metric(name, unit, what, Optional.of(new Aim.Max(bound)));
    }

    /** Readable at any size: {@code 1,234,567}, {@code 0.7312}, {@code 6.1e-06}. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        double size = Math.abs(value);
        if (size < 1e-3) {
            return String.format(Locale.ROOT, "%.2g", value);
        }
        return String.format(Locale.ROOT, size < 10 ? "%.4f" : "%,.1f", value);
    }
}
