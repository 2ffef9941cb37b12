package org.caseward.matching.scoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How two dates stand to each other. */
final class Dates {
    private static final int NEAR_DAYS = 3;

    private Dates() {}

    static Level compareBirth(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return Level.EXACT;
        }
        if (swapped(one).filter(other::equals).isPresent()) {
            return Level.SWAPPED;
        }
        return oneOff(one.toString(), other.toString()) ? Level.ONE_OFF : Level.DIFFERENT;
    }

    static Level compareInjury(LocalDate one, LocalDate other) {
        Level level = compareBirth(one, other);
        boolean near = Math.abs(ChronoUnit.DAYS.between(one, other)) <= NEAR_DAYS;
        return level == Level.DIFFERENT && near ? Level.NEAR : level;
    }

    /** The date with month and day the other way round, where that is another date. */
    static Optional<LocalDate> swapped(LocalDate date) {
        return date.getDayOfMonth() > 12 || date.getDayOfMonth() == date.getMonthValue()
                ? Optional.empty()
                : Optional.of(LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()));
    }

    /** One digit differs, or two neighbours changed places. */
    static boolean oneOff(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int first = 0;
        while (first < one.length() && one.charAt(first) == other.charAt(first)) {
            first++;
        }
        int last = one.length() - 1;
        while (last > first && one.charAt(last) == other.charAt(last)) {
            last--;
        }
        return first == last
                || (last == first + 1
                        && one.charAt(first) == other.charAt(last)
                        && one.charAt(last) == other.charAt(first));
    }
}
