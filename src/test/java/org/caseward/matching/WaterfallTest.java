package org.caseward.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseward.matching.CaseFixtures.known;
import static org.caseward.matching.CaseFixtures.openCase;
import static org.caseward.matching.CaseFixtures.person;
import static org.caseward.matching.ReportFixtures.reportOn;

import java.util.List;
import java.util.Set;
import org.caseward.casefile.CaseFile;
import org.caseward.matching.MatchResult.Step;
import org.caseward.matching.scoring.Frequencies;
import org.caseward.matching.scoring.KnownPerson;
import org.caseward.matching.scoring.Model;
import org.caseward.report.FieldNames;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final CaseFile KNEE = openCase(
            "pd", "IOD-100001", known(person("P1", "Brandt", "William", "1980-02-14"), "M", "1234", "E-4711", "Oakes"));

    @Test
    void tellsStepByStepHowTheScoreComesAbout() {
        MatchResult result = new Matcher(Model.CURRENT, Frequencies.NONE)
                .judge(
                        reportOn(KNEE)
                                .with(FieldNames.GIVEN, "Bill")
                                .with(FieldNames.BIRTH_DATE, "1980-02-15")
                                .build(),
                        List.of(KnownPerson.of(List.of(KNEE))),
                        Set.of())
                .result();

        assertThat(result.candidates().getFirst().waterfall())
                .extracting(Step::words)
                .containsExactly(
                        "before reading, one of all the people and cases: -10.1",
                        "family name agrees: +8.8",
                        "given name agrees as a short form: +3.3",
                        "birth date agrees except one digit: +5.2",
                        "sex agrees: +1.0",
                        "claim number agrees: +11.2",
                        "injury date agrees: +9.2",
                        "against all other explanations: 99.94 % probable");
        assertThat(result.candidates().getFirst().waterfall().getLast().sum()).isEqualTo(28.6);
    }

    @Test
    void aModelIsReadAsItIsWritten() {
        String text = Model.CURRENT.text();
        assertThat(Model.parse(text).text()).isEqualTo(text);
    }
}
