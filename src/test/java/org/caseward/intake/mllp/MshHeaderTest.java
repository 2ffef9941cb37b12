package org.caseward.intake.mllp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MshHeaderTest {
    private static MshHeader header(String more) {
        byte[] message =
                ("MSH|^~\\&|A^X|B|C|D|1||ORU^R01|id|P|2.5.1" + more + "\r").getBytes(StandardCharsets.US_ASCII);
        return ((MshHeader.Scan.Usable) MshHeader.scan(message)).header();
    }

    /** HL7 v2.5.1, 2.9.2 and table 0155. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'',          AA, AR, AE",
                "|||AL|NE,    CA, CR, CE",
                "|||AL|AL,    CA, CR, CE",
                "|||ER|NE,    -,  CR, CE",
                "|||SU|NE,    CA, -,  -",
                "|||NE|NE,    -,  -,  -",
                "|||NE|AL,    AA, AR, AE",
                "||||AL,      AA, AR, AE",
                "|||NE|ER,    -,  AR, AE",
                "|||NE,       -,  -,  -",
                "|||AL,       CA, CR, CE",
                "|||always|,  CA, CR, CE"
            })
    void eachModeHearsWhatItAskedFor(String more, String accept, String reject, String error) {
        assertThat(header(more).answer(Hl7Answer.Code.ACCEPT).orElse(null)).isEqualTo(accept);
        assertThat(header(more).answer(Hl7Answer.Code.REJECT).orElse(null)).isEqualTo(reject);
        assertThat(header(more).answer(Hl7Answer.Code.ERROR).orElse(null)).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf16IsRefusedBecauseItsBytesLookLikeAFramesMarks(String charset) {
        byte[] message = "MSH|^~\\&|A|B|C|D|1||ORU^R01|id|P|2.5.1\r".getBytes(Charset.forName(charset));
        assertThat(MshHeader.scan(message))
                .isInstanceOfSatisfying(
                        MshHeader.Scan.Unusable.class,
                        unusable -> assertThat(unusable.reason()).contains("UTF-16", "UTF-8"));
    }

    @Test
    void brokenEncodingCharactersKeepNoMessageOutAndAreNotEchoed() {
        for (String broken : new String[] {"", "^", "ABC", "^~\\&#", " "}) {
            byte[] message = ("MSH|" + broken + "|A|B|C|D|1||ORU^R01|id|P|2.5.1\r").getBytes(StandardCharsets.US_ASCII);
            MshHeader header = ((MshHeader.Scan.Usable) MshHeader.scan(message)).header();
            assertThat(header.controlId()).isEqualTo("id");
            assertThat(new String(
                            Hl7Answer.to(header, Hl7Answer.Code.ACCEPT, "R-1").orElseThrow(),
                            StandardCharsets.US_ASCII))
                    .matches("(?s)MSH\\|[\\^~&#\\\\]{1,5}\\|C\\|D\\|A\\|B\\|.*MSA\\|AA\\|id\\|R-1\r");
        }
    }
}
