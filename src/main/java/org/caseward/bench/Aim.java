package org.caseward.bench;

import java.util.Locale;

/** What a metric should reach. */
public sealed interface Aim {
    double bound();

    boolean met(double measured);

    /** {@code min} or {@code max}, as in the JSON. */
    String kind();

    default String words() {
        return (this instanceof Min ? "≥ " : "≤ ") + Metric.number(bound());
    }

    record Min(double bound) implements Aim {
        @Override
        public boolean met(double measured) {
            return measured >= bound;
        }

        @Override
        public String kind() {
            return Min.class.getSimpleName().toLowerCase(Locale.ROOT);
        }
    }

    record Max(double bound) implements Aim {
        @Override
        public boolean met(double measured) {
            return measured <= bound;
        }

        @Override
        public String kind() {
            return Max.class.getSimpleName().toLowerCase(Locale.ROOT);
        }
    }
}
