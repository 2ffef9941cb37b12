package org.caseward.intake.mllp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Hl7BatchTest {
    private static final String ONE = "MSH|^~\\&|A|B|||1||ORU^R01|1|P|2.5.1\rPID|1\rZZZ|x\r";
    private static final String TWO = "MSH|^~\\&|A|B|||1||ORU^R01|2|P|2.5.1\rPID|2\r";

    private static List<String> cut(String frame) {
        return Hl7Batch.of(bytes(frame)).messages().stream()
                .map(message -> new String(message, StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static byte[] bytes(String frame) {
        return frame.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aMessageByItselfStaysAsItCame() {
        assertThat(cut("\u00ef\u00bb\u00bf\r\n" + ONE)).containsExactly("\u00ef\u00bb\u00bf\r\n" + ONE);
        assertThat(cut("no HL7")).containsExactly("no HL7");
        assertThat(cut("")).containsExactly("");
        assertThat(cut("strange\r" + ONE)).hasSize(1);
    }

    @Test
    void aBatchGivesItsMessagesInTheirOrder() {
        assertThat(cut("FHS|^~\\&|A\rBHS|^~\\&|A\r" + ONE + TWO + "BTS|2\rFTS|1\r"))
                .containsExactly(ONE, TWO);
        assertThat(cut("BHS|^~\\&|A\n" + ONE.replace('\r', '\n') + "BTS|1\n")).containsExactly(ONE.replace('\r', '\n'));
    }

    @Test
    void severalMessagesWithoutABatchAreNeverTakenAsOne() {
        assertThat(cut(ONE + TWO)).containsExactly(ONE, TWO);
        assertThat(cut(ONE + "MSH is how a message begins\r")).hasSize(1);
        assertThat(cut(ONE + "MSH#^~\\&#C#D\r")).hasSize(1);
    }

    @Test
    void whatBelongsToNoMessageOfABatchIsNotDropped() {
        assertThat(cut("BHS|^~\\&|A\rNTE|1||stray\r" + ONE + "BTS|1\rZXX|after\rFTS|1\r"))
                .containsExactly("NTE|1||stray\r", ONE, "ZXX|after\r");
    }

    @Test
    void anEmptyBatchIsOnePieceThatIsNoMessage() {
        assertThat(cut("FHS|^~\\&\rBHS|^~\\&\rBTS|0\rFTS|1\r")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"BTS|2, true", "BTS|3, false", "BTS, true", "BTS||all, true"})
    void aBatchThatLacksMessagesComplains(String end, boolean fine) {
        Hl7Batch batch = Hl7Batch.of(bytes("BHS|^~\\&\r" + ONE + TWO + end + "\r"));
        assertThat(batch.messages()).hasSize(2);
        assertThat(batch.complaint().isEmpty()).isEqualTo(fine);
    }
}
