package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.caseward.normalisation.MappingLibrary;
import org.caseward.normalisation.Normalisation;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;
import org.caseward.report.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as no standard allows them: each is read as far as it can be or refused with a reason, and does no harm. */
class Hl7BadInputTest {
    private static final String HL7 = "x-application/hl7-v2+er7";
    private static final Reader READER = new Reader();
    private static final MappingLibrary LIBRARY = new MappingLibrary("mappings");
    private static final Normalisation NORMALISATION = new Normalisation(LIBRARY);
    private static final String GOOD = "MSH|^~\\&|EHR|NORTH|HUB|AGENCY|20261102080000||ORU^R01|X1|P|2.5.1\r"
            + "PID|1||4711^^^NORTH^MR||Okafor^Marisol||19870309|F\r"
            + "OBR|1||F-1|11506-3^Progress note^LN|||20261101100000\r"
            + "OBX|1|TX|11506-3^Note^LN||Claim no: WC-88-120934||||||F\r";

    @AfterAll
    static void stop() {
        READER.close();
        LIBRARY.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "2.3.1", "2.7.1", "2.8", "2.9", "3.0", "", "2.5^USA", "two", "2.5.1 "})
    void anyVersionIsRead(String version) {
        assertThat(text(GOOD.replace("|2.5.1\r", "|" + version + "\r"), FieldNames.FAMILY))
                .contains("Okafor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^~\\&", "^~\\&#", "^", "^~", "", "^^^^", "^~\\", "~~~~~~~~"})
    void brokenEncodingCharactersLoseNobodysMessage(String characters) {
        String message = GOOD.replace("MSH|^~\\&|", "MSH|" + characters + "|");
        assertThat(READER.extract(HL7, bytes(message)))
                .satisfiesAnyOf(
                        outcome -> assertThat(outcome).isInstanceOf(Outcome.Passed.class),
                        outcome -> assertThat(
                                        ((Outcome.Refused<?>) outcome).reason().text())
                                .containsIgnoringCase("ask the sender"));
    }

    @Test
    void otherSeparatorsThanTheUsualAreTakenAsTheHeaderNamesThem() {
        String message = GOOD.replace('|', '#').replace("^~\\&", "@*!%").replace('^', '@');
        assertThat(text(message, FieldNames.FAMILY)).contains("Okafor");
        assertThat(text(message, FieldNames.CLAIM_NUMBER)).contains("WC-88-120934");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16BE", "UTF-16LE"})
    void aByteOrderMarkIsTakenOff(String charset) {
        byte[] message = ("\uFEFF" + GOOD.replace("Marisol", "Zoë")).getBytes(Charset.forName(charset));
        assertThat(normalised(message).fields().text(FieldNames.GIVEN)).contains("Zoë");
    }

    @Test
    void aWrongCharsetIsReadAsWhatItIsAndNeverLosesTheMessage() {
        String named = GOOD.replace("|2.5.1\r", "|2.5.1||||||UNICODE UTF-8\r").replace("Marisol", "Zoë");
        assertThat(normalised(named.getBytes(StandardCharsets.ISO_8859_1))
                        .fields()
                        .text(FieldNames.GIVEN))
                .contains("Zoë");
        String unknown = GOOD.replace("|2.5.1\r", "|2.5.1||||||KLINGON\r").replace("Marisol", "Zoë");
        assertThat(normalised(unknown.getBytes(StandardCharsets.UTF_8)).fields().text(FieldNames.GIVEN))
                .contains("Zoë");
    }

    @ParameterizedTest
    @CsvSource({
        "PID-7 birth, 19870309|F, 19870231|F, patient.birthDate",
        "a word, 19870309|F, soon|F, patient.birthDate",
        "a month of 13, 20261101100000, 20261399, serviceDate",
        "zeros, 20261101100000, 00000000, serviceDate"
    })
    void aBadDateIsKeptAsWrittenAndFlagged(String what, String good, String bad, String field) {
        NormalisedReport report = normalised(bytes(GOOD.replace(good, bad)));
        assertThat(report.fields().text(field)).isEmpty();
        FieldValue flagged = report.fields().first(field + ".unreadable").orElseThrow();
        assertThat(flagged.raw()).as(what).isEqualTo(bad.replace("|F", ""));
        assertThat(flagged.confidence()).isZero();
        assertThat(flagged.evidence()).isNotEmpty();
    }

    @Test
    void anObservationWithoutATypeIsReadAsText() {
        assertThat(text(GOOD.replace("OBX|1|TX|", "OBX|1||"), FieldNames.CLAIM_NUMBER))
                .contains("WC-88-120934");
        assertThat(text(GOOD.replace("OBX|1|TX|", "OBX|1|??|"), FieldNames.FAMILY))
                .contains("Okafor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\X0D\\", "\\X0D0A\\", "\\.br\\", "\\X0A\\"})
    void anEscapedLineBreakIsOneOfTheTextAndNeverOfTheMessage(String escaped) {
        NormalisedReport report = normalised(bytes(GOOD.replace(
                "Claim no: WC-88-120934",
                "Claim no: WC-88-120934" + escaped + "PID\\F\\1\\F\\\\F\\9999\\S\\\\S\\\\S\\MR\\F\\\\F\\Mallory\\S\\Eve"
                        + escaped + "Body part: left knee")));
        assertThat(report.fields().all(FieldNames.FAMILY))
                .extracting(FieldValue::value)
                .containsExactly("Okafor");
        assertThat(report.fields().text(FieldNames.CLAIM_NUMBER)).contains("WC-88-120934");
        assertThat(report.fields().text(FieldNames.BODY_PART)).contains("left knee");
    }

    @Test
    void fieldsThatTheStandardHasWithdrawnAndSegmentsThatNobodyKnowsAreNoObstacle() {
        String message = GOOD.replace("PID|1||", "PID|1|OLD-77|")
                        .replace(
                                "|19870309|F\r",
                                "|19870309|F||W|12 Elm St^^Springfield^IL^62701|COUNTY|2175550123|||M|CHR|AC-9|123456789|DL-1\r")
                + "ZWC|1|kept|as it came\rZZZ\rQ\r||||\r";
        NormalisedReport report = normalised(bytes(message));
        assertThat(report.fields().text("patient.account")).contains("AC-9");
        assertThat(report.fields().text(FieldNames.SSN_LAST4)).contains("6789");
        assertThat(report.fields().text("identifier.DL")).contains("DL-1");
        assertThat(report.fields().text("identifier.other")).contains("OLD-77");
    }

    @Test
    void tenThousandSegmentsAndTenThousandKindsOfObservationAreReadInBoundedSpace() {
        StringBuilder message = new StringBuilder(GOOD);
        for (int i = 0; i < 10_000; i++) {
            message.append("OBX|")
                    .append(i)
                    .append("|NM|C")
                    .append(i)
                    .append("^Value^L||")
                    .append(i)
                    .append("|mg|||||F\r");
        }
        message.append("OBX|1|TX|N^Note^L||Body part: left knee||||||F\r");
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            NormalisedReport report = normalised(bytes(message.toString()));
            assertThat(report.fields().values()).hasSizeLessThan(300);
            assertThat(report.fields().text(FieldNames.CLAIM_NUMBER)).contains("WC-88-120934");
            assertThat(report.fields().text(FieldNames.BODY_PART)).contains("left knee");
        });
    }

    @Test
    void whatDeepComponentsRepetitionsAndLongFieldsHoldIsReadInBoundedTime() {
        String message =
                GOOD.replace("|19870309|", "|" + "^".repeat(5_000) + "~".repeat(5_000) + "&".repeat(5_000) + "|")
                        + "NTE|1||" + "x".repeat(1_000_000) + "\r";
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(text(message, FieldNames.FAMILY)).contains("Okafor"));
    }

    @Test
    void aScriptInANameStaysAName() {
        String name = "<script>alert('x')</script>";
        NormalisedReport report =
                normalised(bytes(GOOD.replace("Okafor", name).replace("4711^^^NORTH", "4711^^^{{NORTH}}/../")));
        assertThat(report.fields().text(FieldNames.FAMILY)).contains(name);
        assertThat(report.fields().values().keySet())
                .contains("identifier.MR.NORTH")
                .allMatch(key -> key.matches("[A-Za-z0-9_.-]+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\r\r",
                "MSH",
                "MSH|",
                "MSH|^~\\&",
                "\u0000\u0001\u0002",
                "PID|1||4711\r",
                "%PDF-1.7",
                "{\"resourceType\":\"Bundle\"}"
            })
    void whatIsNoMessageIsRefusedWithAReasonAndWhatToDo(String content) {
        Outcome<ExtractedReport> outcome = READER.extract(HL7, bytes(content));
        if (outcome instanceof Outcome.Refused<ExtractedReport> refused) {
            assertThat(refused.reason().code()).startsWith("hl7-");
            assertThat(refused.reason().text()).contains("Ask the sender");
        } else {
            assertThat(content).startsWith("MSH|^~");
        }
    }

    private static Optional<String> text(String message, String field) {
        return normalised(bytes(message)).fields().text(field);
    }

    private static NormalisedReport normalised(byte[] message) {
        return ((Outcome.Passed<NormalisedReport>) NORMALISATION.normalise(READER.read(HL7, message))).value();
    }

    private static byte[] bytes(String message) {
        return message.getBytes(StandardCharsets.UTF_8);
    }
}
