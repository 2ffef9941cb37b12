package org.caseward.normalisation.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {
    private static final Functions FUNCTIONS = new Functions(Map.of());

    private static Result apply(String call, String text) {
        List<String> complaints = new ArrayList<>();
        Chain chain = FUNCTIONS.chain(List.of(call), complaints::add);
        assertThat(complaints).isEmpty();
        return chain.apply(text);
    }

    private static String value(String call, String text) {
        return apply(call, text) instanceof Result.Meant meant
                ? meant.value()
                : apply(call, text).getClass().getSimpleName();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            19800214                 | 1980-02-14
            20261102100000-0600      | 2026-11-02
            202611021000             | 2026-11-02
            2026-11-02T10:00:00Z     | 2026-11-02
            11/2/2026                | 2026-11-02
            11-02-2026               | 2026-11-02
            Nov 2, 2026              | 2026-11-02
            November 2nd, 2026       | 2026-11-02
            Nov 2 2026               | 2026-11-02
            2 November 2026          | 2026-11-02
            02-NOV-2026              | 2026-11-02
            on 11/02/26 at 10:30     | 2026-11-02
            ll/O2/2026               | 2026-11-02
            2/29/2024                | 2024-02-29
            2/29/2026                | Unreadable
            13/45/2026               | Unreadable
            in 4 weeks               | Unreadable
            upon follow-up           | Unreadable
            00000000                 | Unreadable
            """)
    void readsDatesAsSendersWriteThem(String text, String expected) {
        assertThat(value("date", text)).isEqualTo(expected);
    }

    @Test
    void takesTwoDigitsOfABirthYearAsPast() {
        assertThat(value("pastDate", "02/14/80")).isEqualTo("1980-02-14");
        assertThat(value("pastDate", "02/14/45")).isEqualTo("1945-02-14");
        assertThat(value("pastDate", "02/14/05")).isEqualTo("2005-02-14");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Doe, Jane Q              | Doe | Jane | Q | Nothing
            Jane Q. Doe Jr.          | Doe | Jane | Q | Jr
            DOE JR, JANE             | DOE | JANE | Nothing | JR
            Doe, Jane, III           | Doe | Jane | Nothing | III
            Dr. Maria Lopez, MD      | Lopez | Maria | Nothing | Nothing
            Pieter van der Berg      | van der Berg | Pieter | Nothing | Nothing
            O'Neil-Smith, Mary Ann   | O'Neil-Smith | Mary | Ann | Nothing
            Doe                      | Doe | Nothing | Nothing | Nothing
            """)
    void takesNamesApart(String text, String family, String given, String middle, String suffix) {
        assertThat(value("name(family)", text)).isEqualTo(family);
        assertThat(value("name(given)", text)).isEqualTo(given);
        assertThat(value("name(middle)", text)).isEqualTo(middle);
        assertThat(value("name(suffix)", text)).isEqualTo(suffix);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            S83.412A              | S83.412A
            $83,412A              | S83.412A
            s83412A               | S83.412A
            M54.5                 | M54.5
            M54.5O                | M54.50
            G56.0l                | G56.01
            S83.412A sprain knee  | S83.412A
            knee (S83.412A)       | S83.412A
            sprain of the knee    | Unreadable
            """)
    void repairsDiagnosisCodes(String text, String expected) {
        assertThat(value("icd10", text)).isEqualTo(expected);
    }

    @Test
    void doubtsAnNpiWhoseCheckDigitFails() {
        assertThat(apply("npi", "1234567893")).isEqualTo(new Result.Meant("1234567893", 1));
        assertThat(apply("npi", "NPI 1234567890")).isEqualTo(new Result.Meant("1234567890", 0.3));
        assertThat(apply("validNpi", "1234567890")).isEqualTo(Result.NOTHING);
        assertThat(apply("npi", "12345")).isEqualTo(Result.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            off work from 2026-11-02 through 2026-11-16           | off_work
            [X] off work  [ ] restricted duty  [ ] full duty      | off_work
            [ ] off work  [x] restricted duty  [ ] full duty      | restricted
            [ ] off work  [ ] restricted duty  [X] full duty      | full_duty
            ☐ off work ☒ modified duty ☐ full duty                | restricted
            off work [ ] restricted duty [X] full duty [ ]        | restricted
            ( ) Off work  (X) Light duty                          | restricted
            Full duty without restrictions                        | full_duty
            may return to work with restrictions                  | restricted
            no restrictions                                       | full_duty
            unable to work                                        | off_work
            temporarily totally disabled                          | off_work
            [ ] off work  [ ] restricted duty  [ ] full duty      | unknown
            [X] off work  [X] restricted duty  [ ] full duty      | unknown
            see note                                              | Unreadable
            """)
    void readsWorkStatusFromProseAndBoxes(String text, String expected) {
        assertThat(value("workStatus", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone      | (217) 555-0142 | +12175550142
            phone      | 2175550142     | +12175550142
            phone      | none           | Unreadable
            sex        | Female         | F
            sex        | m              | M
            ssnLast4   | 123-45-6789    | 6789
            ssnLast4   | ***-**-1234    | 1234
            ssnLast4   | 12             | Unreadable
            bodyPart   | Lt. Knee       | left knee
            yesNo      | Yes, 11/02     | yes
            yesNo      | [ ] yes [X] no | no
            reference  | # WC-88-120934 | WC-88-120934
            reference  | none           | Nothing
            firstOf(;) | ; b; c         | b
            when(^a)   | abc            | abc
            when(^a)   | bcd            | Nothing
            unless(^a) | abc            | Nothing
            value(x)   | abc            | x
            after(from)| off from noon  | noon
            before(to) | noon to one    | noon
            digits     | a1b2           | 12
            tidy       | a, , b __      | a, b
            """)
    void doesWhatTheGuideSays(String call, String text, String expected) {
        assertThat(value(call, text)).isEqualTo(expected);
    }

    @Test
    void neverKeepsAWholeSocialSecurityNumber() {
        Chain chain = FUNCTIONS.chain(List.of("ssnLast4"), (index, text) -> {});
        assertThat(chain.keepable("123-45-6789")).isEqualTo("***-**-6789");
        assertThat(chain.keepable("x")).isEqualTo("***-**-****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dat", "date(x)", "name", "name(nick)", "code(none)", "when([)", "trim trim", ""})
    void complainsAboutACallThatCannotBeMade(String call) {
        List<String> complaints = new ArrayList<>();
        FUNCTIONS.chain(List.of(call), complaints::add);
        assertThat(complaints).hasSize(1);
    }

    @Test
    void looksUpCodesBeforeWordsAndLongerWordsFirst() throws IOException {
        CodeTable table = CodeTable.read(
                "match,text,value\ncode,DS,discharge-summary\nwords,work,a\nwords,work status,tx-dwc-073\n");
        Chain chain = new Functions(Map.of("t", table)).chain(List.of("code(t)"), (index, text) -> {});
        assertThat(chain.apply("ds")).isEqualTo(Result.meant("discharge-summary"));
        assertThat(chain.apply("The Work-Status, form")).isEqualTo(Result.NOTHING);
        assertThat(chain.apply("The Work Status form")).isEqualTo(Result.meant("tx-dwc-073"));
    }

    @Test
    void givesUpOnAPatternThatAsksTooMuch() {
        assertThat(value("when(^(a+)+b$)", "a".repeat(60))).isEqualTo("Nothing");
    }
}
