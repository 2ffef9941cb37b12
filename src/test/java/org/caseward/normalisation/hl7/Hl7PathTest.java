package org.caseward.normalisation.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Hl7PathTest {
    private static Hl7Segments message;

    @BeforeAll
    static void parse() throws HL7Exception {
        HapiContext context = new DefaultHapiContext(new GenericModelClassFactory());
        context.setValidationContext(ValidationContextFactory.noValidation());
        message = new Hl7Segments(context.getPipeParser()
                .parse(String.join(
                        "\r",
                        "MSH|^~\\&|LAB|CLINIC|||20261101||ORU^R01|1|P|2.5",
                        "PID|1||A1^^^X^MR~B2^^^^EI~C3||van Beeth&van^Li",
                        "OBR|1||F1",
                        "OBX|1|TX|11506-3^Progress note^LN||first",
                        "ZZ1|kept",
                        "OBX|2|ST|X^Injury Date^L||second||||||C",
                        "")));
    }

    private static List<String> texts(String path) {
        return Hl7Path.parse(path, false).in(message).stream().map(Spot::text).toList();
    }

    private static List<String> evidence(String path) {
        return Hl7Path.parse(path, false).in(message).stream().map(Spot::path).toList();
    }

    @Test
    void findsComponentsAndSubcomponents() {
        assertThat(texts("MSH-9.2")).containsExactly("R01");
        assertThat(texts("PID-5.1")).containsExactly("van Beeth");
        assertThat(texts("PID-5.1.2")).containsExactly("van");
    }

    @Test
    void filtersRepetitionsByWhatStandsInThem() {
        assertThat(texts("PID-3[5=MR].1")).containsExactly("A1");
        assertThat(texts("PID-3[5=ei|en].1")).containsExactly("B2");
        assertThat(texts("PID-3[5!=MR|EI].1")).containsExactly("C3");
        assertThat(texts("PID-3[5=].1")).containsExactly("C3");
        assertThat(texts("PID-3[2].1")).containsExactly("B2");
    }

    @Test
    void filtersSegmentsByTheirFieldsAndKeepsUnknownOnes() {
        assertThat(texts("OBX[3.1=11506-3]-5")).containsExactly("first");
        assertThat(texts("OBX[3.2~injury date]-5")).containsExactly("second");
        assertThat(texts("OBX[2]-5")).containsExactly("second");
        assertThat(texts("OBX[2=TX|FT][11!=C]-5")).containsExactly("first");
        assertThat(texts("ZZ1-1")).containsExactly("kept");
    }

    @Test
    void writesRealIndexesIntoTheEvidence() {
        assertThat(evidence("PID-5.1")).containsExactly("PID-5.1");
        assertThat(evidence("PID-3[5=EI].1")).containsExactly("PID-3[2].1");
        assertThat(evidence("OBX[11=C]-5")).containsExactly("OBX[2]-5");
    }

    @Test
    void readsRelativePathsFromASpot() {
        Spot repetition = Hl7Path.parse("PID-3[5=EI]", false).in(message).getFirst();
        assertThat(Hl7Path.parse(".5", true).in(repetition))
                .extracting(Spot::text)
                .containsExactly("EI");
        assertThat(Hl7Path.parse("-5.2", true).in(repetition))
                .extracting(Spot::text)
                .containsExactly("Li");
        assertThat(Hl7Template.parse("{.1} of {.5}").fill(repetition)).isEqualTo("B2 of EI");
    }

    @Test
    void findsNothingWhereNothingStands() {
        assertThat(texts("PID-30.1")).isEmpty();
        assertThat(texts("DG1-3.1")).isEmpty();
        assertThat(texts("PID-5.9")).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "pid-5", "PID-", "PID-5.", "PID-5.1.1.1", "PID.5", "OBX[a=b]-5", "PID-3[5=MR.1", "-5", ".1"})
    void saysWhatIsWrongWithAPathThatIsNone(String path) {
        assertThatThrownBy(() -> Hl7Path.parse(path, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }
}
