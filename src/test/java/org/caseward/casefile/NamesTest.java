package org.caseward.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void writesANameWithoutAccentsPunctuationOrSuffix() {
        assertThat(Names.compact("O’Brien-Müller, Jr.")).isEqualTo("OBRIENMULLER");
    }

    @Test
    void knowsTheFormsOfADoubleName() {
        assertThat(Names.familyForms("de la Cruz-Ortega")).isEqualTo(Set.of("DELACRUZORTEGA", "CRUZ", "ORTEGA"));
    }

    @Test
    void readsASuffixWhereverItStands() {
        assertThat(Names.suffix("Brandt Jr.")).contains("JR");
        assertThat(Names.suffix("3rd")).contains("III");
        assertThat(Names.suffix("Brandt")).isEmpty();
    }

    @Test
    void foldsWhatIsMistakenInReading() {
        assertThat(Numbers.folded("WC-B8-I2O934")).isEqualTo(Numbers.folded("wc 88 120934"));
        assertThat(Numbers.plain("WC-88-120934")).isEqualTo("WC88120934");
    }

    @Test
    void aShortNameStandsForItsFullNames() {
        assertThat(Nicknames.same("BILL", "WILLIAM")).isTrue();
        assertThat(Nicknames.same("BILL", "WILL")).isTrue();
        assertThat(Nicknames.same("CHRISTOPHER", "CHRISTINE")).isFalse();
    }

    @Test
    void reportAndCaseMeetInTheirKeysInSpiteOfReadingAndNickname() {
        var person = new Identity(
                java.util.List.of("Brandt-Oakes"),
                java.util.List.of("William"),
                Set.of(java.time.LocalDate.of(1980, 2, 14)),
                java.util.List.of("1234"),
                java.util.List.of("E-77"),
                java.util.List.of("312-555-0101"),
                java.util.List.of());
        var report = new Identity(
                java.util.List.of("BRANDT"),
                java.util.List.of("Bill"),
                Set.of(),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of());
        assertThat(MatchKeys.of(person)).hasSizeBetween(8, 20).containsAnyElementsOf(MatchKeys.of(report));
    }
}
