package org.caseward.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Birth dates and what they are mistaken for. */
class DatesPropertiesTest {
    private static final int TRIES = 300;

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 27_000)
                .map(day -> LocalDate.of(1935, 1, 1).plusDays(day));
    }

    @Property(tries = TRIES)
    void comparingIsTheSameFromBothSides(@ForAll("days") LocalDate one, @ForAll("days") LocalDate other) {
        assertThat(Dates.compareBirth(one, other)).isEqualTo(Dates.compareBirth(other, one));
        assertThat(Dates.compareInjury(one, other)).isEqualTo(Dates.compareInjury(other, one));
        assertThat(Dates.compareBirth(one, one)).isEqualTo(Level.EXACT);
    }

    @Property(tries = TRIES)
    void aDateSwappedTwiceIsItself(@ForAll("days") LocalDate day) {
        Optional<LocalDate> swapped = Dates.swapped(day);
        swapped.ifPresent(other -> {
            assertThat(Dates.swapped(other)).contains(day);
            assertThat(Dates.compareBirth(day, other)).isEqualTo(Level.SWAPPED);
        });
        assertThat(swapped.isPresent())
                .isEqualTo(day.getDayOfMonth() <= 12 && day.getDayOfMonth() != day.getMonthValue());
    }

    @Property(tries = TRIES)
    void oneDigitOffIsNeitherTheSameNorQuiteAnother(@ForAll("days") LocalDate day) {
        String text = day.toString().replace("-", "");
        for (int i = 0; i < text.length(); i++) {
            char other = (char) ('0' + (text.charAt(i) - '0' + 1) % 10);
            String off = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(Dates.oneOff(text, off)).isTrue();
            assertThat(Dates.oneOff(off, text)).isTrue();
        }
        assertThat(Dates.oneOff(text, text)).isFalse();
    }

    @Property(tries = TRIES)
    void aFurtherDateOnTheReportNeverMakesTheBestLevelWorse(
            @ForAll("days") LocalDate known, @ForAll("days") LocalDate one, @ForAll("days") LocalDate other) {
        Level alone = Dates.birth(List.of(one), known);
        assertThat(Dates.birth(List.of(one, other), known)).isLessThanOrEqualTo(alone);
    }
}
