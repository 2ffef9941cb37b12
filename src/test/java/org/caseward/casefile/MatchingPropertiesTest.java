package org.caseward.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds of every name, number, date and key, not only of those that somebody thought of. */
class MatchingPropertiesTest {
    private static final int TRIES = 300;

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("abcdefgxyzABCDEFGXYZÀÉÎÕÜßøŁñçЖИюαΩ'’-. ")
                .ofMinLength(0)
                .ofMaxLength(24);
    }

    @Provide
    Arbitrary<String> plainNames() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(3)
                .ofMaxLength(12)
                .filter(n -> Names.suffix(n).isEmpty());
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings()
                .withChars("0123456789OILSBZGQDoilsbzgABCWXY- /")
                .ofMinLength(1)
                .ofMaxLength(16);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 27_000)
                .map(day -> LocalDate.of(1935, 1, 1).plusDays(day));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void aNormalisedNameIsCapitalLettersAndNormalisingItAgainChangesNothing(@ForAll("words") String name) {
        String compact = Names.compact(name);
        assertThat(compact).matches("[A-Z]*");
        assertThat(Names.compact(compact)).isEqualTo(compact);
    }

    @Property(tries = TRIES)
    void caseAccentsHyphensAndApostrophesAreNoPartOfAName(
            @ForAll("plainNames") String one, @ForAll("plainNames") String other) {
        String whole = Names.compact(one + "-" + other);
        assertThat(Names.compact(one.toUpperCase(Locale.ROOT) + " " + other)).isEqualTo(whole);
        assertThat(Names.compact("O'" + one))
                .isEqualTo(Names.compact("o’" + one))
                .isEqualTo("O" + Names.compact(one));
        assertThat(Names.compact(one + " Jr.")).isEqualTo(Names.compact(one));
        assertThat(Names.compact(one.replace('e', 'é').replace('u', 'ü'))).isEqualTo(Names.compact(one));
        assertThat(Names.familyForms(one + "-" + other)).contains(whole, Names.compact(one), Names.compact(other));
    }

    @Property(tries = TRIES)
    void foldingLooksOnlyAtWhatIsMistakenInReadingAndHappensOnce(@ForAll("numbers") String number) {
        String folded = Numbers.folded(number);
        assertThat(Numbers.folded(folded)).isEqualTo(folded);
        assertThat(folded).hasSameSizeAs(Numbers.plain(number)).doesNotContainPattern("[OQDILSBZG]");
        String misread = number.replace('0', 'O')
                .replace('1', 'I')
                .replace('5', 'S')
                .replace('8', 'B')
                .replace('2', 'Z')
                .replace('6', 'G');
        assertThat(Numbers.folded(misread)).isEqualTo(folded);
        assertThat(Numbers.folded(number.toLowerCase(Locale.ROOT).replace("-", " ")))
                .isEqualTo(folded);
    }

    @Property(tries = TRIES)
    void whoIsWrittenInAnotherOrderOrCaseMeetsThemselvesInTheKeys(
            @ForAll("plainNames") String family, @ForAll("plainNames") String given, @ForAll("days") LocalDate born) {
        Set<Long> filed = MatchKeys.of(identity(family, given, Set.of(born)));
        assertThat(MatchKeys.of(identity(family.toUpperCase(Locale.ROOT), given, Set.of(born))))
                .isEqualTo(filed);
        assertThat(MatchKeys.of(identity(given, family, Set.of(born)))).containsAnyElementsOf(filed);
        assertThat(MatchKeys.of(identity(family, given, Set.of()))).containsAnyElementsOf(filed);
        assertThat(MatchKeys.of(identity(family + "-zyx", given, Set.of()))).containsAnyElementsOf(filed);
        assertThat(MatchKeys.of(identity("", given, Set.of(born)))).containsAnyElementsOf(filed);
    }

    @Property(tries = TRIES)
    void aMoreTalkativePaperOnlyAddsKeys(
            @ForAll("plainNames") String family, @ForAll("plainNames") String given, @ForAll("days") LocalDate born) {
        assertThat(MatchKeys.of(identity(family, given, Set.of(born))))
                .containsAll(MatchKeys.of(identity(family, given, Set.of())));
    }

    @Property(tries = TRIES)
    void keysOfDifferentKindsNeverMeet(@ForAll("plainNames") String family, @ForAll("days") LocalDate born) {
        var kinds = MatchKeys.kinds(identity(family, family, Set.of(born)));
        assertThat(kinds.values()).doesNotContain(MatchKeys.Kind.OUTDATED, MatchKeys.Kind.SPELLED_ALIKE);
        assertThat(kinds.keySet()).hasSameSizeAs(kinds.entrySet());
    }

    private static Identity identity(String family, String given, Set<LocalDate> born) {
        return new Identity(List.of(family), List.of(given), born, List.of(), List.of(), List.of(), List.of());
    }

    /** Kept here so that the combinators of a person are in one place. */
    @Provide
    Arbitrary<Identity> people() {
        return Combinators.combine(plainNames(), plainNames(), days()).as((f, g, d) -> identity(f, g, Set.of(d)));
    }

    @Property(tries = TRIES)
    void aPersonMeetsThemselvesInEveryKey(@ForAll("people") Identity person) {
        assertThat(MatchKeys.of(person)).isEqualTo(MatchKeys.of(person)).hasSizeBetween(4, 20);
    }
}
