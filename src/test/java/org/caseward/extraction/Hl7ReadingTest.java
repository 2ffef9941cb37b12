package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.util.Terser;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.caseward.report.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Hl7ReadingTest {
    private static final Path MICROSOFT = Path.of("../shared/corpora/interop/microsoft_FHIR-Converter__MIT");
    private static final String HL7 = "x-application/hl7-v2+er7";
    private static final String MDM = "MSH|^~\\&|LABSYS|CITYHOSP|HUB|PD|202611021000||MDM^T02|C-1|P|2.5.1\r"
            + "PID|1||778^^^CITYHOSP^MR||QUILLFEATHER^MARISOL||19800214|F\r"
            + "TXA|1|PN|AP\r";
    private static Reader reader;

    @BeforeAll
    static void start() {
        reader = new Reader();
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void readsThePdfInsideAMessage() {
        byte[] pdf = TypedPdf.of(TypedPdf.text(TypedPage.REPORT, 0));
        ExtractedReport report = reader.readHl7(MDM + "OBX|1|ED|PDF||^application^pdf^Base64^"
                + Base64.getEncoder().encodeToString(pdf) + "\r");
        assertThat(report.pages()).hasSize(1);
        assertThat(Reader.text(report.pages().getFirst())).contains("Marisol Quillfeather");
        assertThat(report.embedded()).hasSize(1);
        assertThat(report.notes()).isEmpty();
        assertThat(field(report, "/PID-5-1")).isEqualTo("QUILLFEATHER");
    }

    @Test
    void countsThePagesOfSeveralDocumentsOn() {
        byte[] pdf = TypedPdf.of(TypedPdf.text(TypedPage.REPORT, 0));
        byte[] fax = FaxTiff.of(FaxTiff.GROUP_4, 204, 196, TypedPage.drawn(204, 196));
        ExtractedReport report = reader.readHl7(MDM
                + "OBX|1|ED|A||^TEXT^PDF^Base64^"
                + Base64.getMimeEncoder().encodeToString(pdf).replace("\r\n", " ")
                + "\rOBX|2|TX|B||a line of text\r"
                + "OBX|3|ED|C||^IM^TIFF^Hex^" + HexFormat.of().formatHex(fax) + "\r");
        assertThat(report.pages()).extracting(Page::number).containsExactly(1, 2);
        assertThat(report.pages()).extracting(Page::method).containsExactly("text-layer", "ocr");
        assertThat(report.embedded()).hasSize(2);
    }

    @Test
    void saysWhereAMessageSpeaksOfSeveralPeople() {
        String first = "PID|1||11^^^H^MR||QUILLFEATHER^MARISOL||19800214|F\r";
        String again = "PID|2||11^^^H^MR||QUILLFEATHER^MARISOL||19800214|F\r";
        String other = "PID|2||12^^^H^MR||MARGRAVE^BASIL||19550101|M\r";
        String result = "OBR|1\rOBX|1|TX|N||text\r";
        String header = "MSH|^~\\&|A|B|C|D|20261101||ORU^R01|1|P|2.5.1\r";
        assertThat(reader.readHl7(header + first + result + again + result).notes())
                .isEmpty();
        assertThat(reader.readHl7(header + first + result + other + result).notes())
                .extracting(Reason::code)
                .containsExactly("several-people");
        assertThat(reader.readHl7(header + first + other + result).notes())
                .extracting(Reason::code)
                .containsExactly("several-people");
    }

    @Test
    void saysWhereAMessageMergesRecords() {
        String merge =
                "MSH|^~\\&|A|B|C|D|20261101||ADT^A40|1|P|2.5.1\rPID|1||11^^^H^MR||QUILLFEATHER^MARISOL\rMRG|12^^^H^MR\r";
        assertThat(reader.readHl7(merge).notes()).extracting(Reason::code).containsExactly("patient-merge");
    }

    @Test
    void aBrokenDocumentInsideDoesNotStopItsMessage() {
        ExtractedReport report = reader.readHl7(MDM + "OBX|1|ED|A||^application^pdf^Base64^JVBERi0xLjc=\r"
                + "OBX|2|ED|B||^application^pdf^Base64^not base 64!\r");
        assertThat(report.pages()).isEmpty();
        assertThat(report.notes())
                .extracting(Reason::code)
                .containsExactly("embedded-document-unreadable", "embedded-document-unreadable");
        assertThat(report.notes()).anySatisfy(note -> assertThat(note.text()).contains("OBX(1)-5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\u000B", "\uFEFF\u000B", "\r\n"})
    void takesWhatComesBeforeTheHeader(String before) {
        assertThat(field(reader.readHl7(before + MDM), "/MSH-10")).isEqualTo("C-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r\r"})
    void takesOtherEndsOfLines(String end) {
        assertThat(field(reader.readHl7(MDM.replace("\r", end) + "\u001C"), "/PID-7"))
                .isEqualTo("19800214");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2.9", "9.9^USA", "nonsense"})
    void takesAnyVersionAndKeepsWhatTheSenderWrote(String version) {
        ExtractedReport report = reader.readHl7(MDM.replace("|2.5.1", "|" + version));
        assertThat(field(report, "/MSH-12")).isEqualTo(version.isEmpty() ? null : version.replace("^USA", ""));
        assertThat(field(report, "/PID-5-2")).isEqualTo("MARISOL");
    }

    @Test
    void takesAMessageWithoutATypeAndWithHalfItsSeparators() {
        ExtractedReport report = reader.readHl7(MDM.replace("MDM^T02", "").replace("^~\\&", "^~"));
        assertThat(field(report, "/MSH-9")).isNull();
        assertThat(field(report, "/PID-3-5")).isEqualTo("MR");
    }

    @Test
    void readsTheCharactersTheSenderNamed() {
        String message = MDM.replace("|2.5.1\r", "|2.5.1||||||8859/15\r").replace("MARISOL", "ZOÉ €");
        Message parsed = message(reader.read(HL7, message.getBytes(Charset.forName("ISO-8859-15"))));
        assertThat(field(parsed, "/PID-5-2")).isEqualTo("ZOÉ €");
    }

    @Test
    void readsLatin1WhereUtf8WasMeant() {
        byte[] latin1 = MDM.replace("MARISOL", "ZOÉ").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(field(reader.read(HL7, latin1), "/PID-5-2")).isEqualTo("ZOÉ");
        byte[] utf8 = MDM.replace("MARISOL", "ZOÉ").getBytes(StandardCharsets.UTF_8);
        assertThat(field(reader.read(HL7, utf8), "/PID-5-2")).isEqualTo("ZOÉ");
    }

    @Test
    void takesOneMessageOutOfItsBatchAndRefusesSeveral() {
        String one = "FHS|^~\\&|A\rBHS|^~\\&|A\r" + MDM + "BTS|1\rFTS|1\r";
        assertThat(field(reader.readHl7(one), "/MSH-10")).isEqualTo("C-1");
        String two = "BHS|^~\\&|A\r" + MDM + MDM + "BTS|2\r";
        assertThat(reader.refusal(HL7, two.getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("hl7-batch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "MSH", "PID|1||2\rMSH|^~\\&|A\r", "MSHX^~\\&XAXB"})
    void refusesWhatHasNoHeader(String content) {
        Reason reason = reader.refusal(HL7, content.getBytes(StandardCharsets.UTF_8));
        assertThat(reason.code()).isEqualTo("hl7-no-header");
        assertThat(reason.text()).contains("MSH").contains("Ask the sender");
    }

    @Test
    void takesAllOfMicrosoftsSamples() throws IOException {
        assumeTrue(Files.isDirectory(MICROSOFT), "no public samples beside the project: " + MICROSOFT);
        try (Stream<Path> files = Files.walk(MICROSOFT)) {
            List<Path> messages = files.filter(
                            file -> file.toString().toLowerCase().endsWith(".hl7"))
                    .toList();
            assertThat(messages).hasSizeGreaterThan(130);
            // at once, since the stage shares one parser between its consumers
            messages.parallelStream().forEach(file -> {
                ExtractedReport report = reader.read(HL7, bytes(file));
                assertThat(field(report, "/MSH-2")).as(file.toString()).isNotEmpty();
            });
        }
    }

    private static String field(ExtractedReport report, String path) {
        return field(message(report), path);
    }

    private static Message message(ExtractedReport report) {
        return ((Source.Hl7) report.source()).message();
    }

    private static String field(Message message, String path) {
        try {
            return new Terser(message).get(path);
        } catch (HL7Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
