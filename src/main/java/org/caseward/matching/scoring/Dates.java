package org.caseward.matching.scoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How two dates stand to each other. */
final class Dates {
    private static final int NEAR_DAYS = 3;
    private static final int DIGITS = 8;

    private Dates() {}

    static Level birth(List<LocalDate> reported, @Nullable LocalDate known) {
        Level best = Level.MISSING;
        if (known != null) {
            for (LocalDate date : reported) {
                best = Best.of(best, compareBirth(date, known));
            }
        }
        return best;
    }

    static Level injury(List<LocalDate> reported, @Nullable LocalDate known) {
        Level best = Level.MISSING;
        if (known != null) {
            for (LocalDate date : reported) {
                best = Best.of(best, compareInjury(date, known));
            }
        }
        return best;
    }

    static Level compareBirth(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return Level.EXACT;
        }
        boolean swapped = one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        if (swapped) {
            return Level.SWAPPED;
        }
        return oneOff(packed(one), packed(other)) ? Level.ONE_OFF : Level.DIFFERENT;
    }

    static Level compareInjury(LocalDate one, LocalDate other) {
        Level level = compareBirth(one, other);
        boolean near = level == Level.DIFFERENT && Math.abs(ChronoUnit.DAYS.between(one, other)) <= NEAR_DAYS;
        return near ? Level.NEAR : level;
    }

    /** The date with month and day the other way round, where that is another date. */
    static Optional<LocalDate> swapped(LocalDate date) {
        return date.getDayOfMonth() > 12 || date.getDayOfMonth() == date.getMonthValue()
                ? Optional.empty()
                : Optional.of(LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()));
    }

    /** One digit differs, or two neighbours changed places; for texts of digits. */
    static boolean oneOff(String one, String other) {
        if (one.length() != other.length() || one.length() > DIGITS) {
            return false;
        }
        return oneOff(Integer.parseInt(one), Integer.parseInt(other));
    }

    private static int packed(LocalDate date) {
        return (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
    }

    private static boolean oneOff(int one, int other) {
        int a = one;
        int b = other;
        while (a != b && a % 10 == b % 10) {
            a /= 10;
            b /= 10;
        }
        if (a == b) {
            return false;
        }
        boolean oneDigit = a / 10 == b / 10;
        boolean neighbours = a / 100 == b / 100 && a % 10 == b / 10 % 10 && b % 10 == a / 10 % 10;
        return oneDigit || neighbours;
    }
}
