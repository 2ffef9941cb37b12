package org.caseward.review;

import java.util.Optional;
import org.caseward.report.ValidationLevel;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants the worklist.
 *
 * @param level only reports that stand at this level
 */
record Narrowed(Optional<ValidationLevel> level, Sorting sorting) {
    static final Narrowed NOT = new Narrowed(Optional.empty(), Sorting.URGENCY);

    enum Sorting {
        URGENCY(""),
        /** What lacks most first. */
        LOWEST("r.level nulls first, "),
        HIGHEST("r.level desc nulls last, ");

        private final String order;

        Sorting(String order) {
            this.order = order;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What is no level or order narrows nothing: a worklist is never empty because of a mistyped address. */
    static Narrowed of(@Nullable String level, @Nullable String order) {
        return new Narrowed(
                Optional.ofNullable(level).flatMap(ValidationLevel::of),
                java.util.Arrays.stream(Sorting.values())
                        .filter(sorting -> sorting.word().equals(order))
                        .findFirst()
                        .orElse(Sorting.URGENCY));
    }

    /** The beginning of an {@code order by}. */
    String order() {
        return sorting.order;
    }

    /** For the page: the level's code, or nothing. */
    public String levelCode() {
        return level.map(ValidationLevel::code).orElse("");
    }
}
