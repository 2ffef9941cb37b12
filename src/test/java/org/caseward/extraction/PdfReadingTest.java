package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.caseward.report.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfReadingTest {
    private static Reader reader;

    @BeforeAll
    static void start() {
        reader = new Reader();
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @ParameterizedTest(name = "/Rotate {0}, text running {1} degrees anticlockwise")
    @CsvSource({"0,0,0", "90,0,270", "90,90,0", "180,180,0", "270,270,0", "0,90,90", "0,180,180", "0,270,270"})
    void readsATextLayerWithItsWordsInTheirPlaces(int pageRotation, int textRotation, int turnedBy) {
        byte[] pdf = TypedPdf.of(TypedPdf.pageTurned(TypedPdf.text(TypedPage.REPORT, textRotation), pageRotation));
        ExtractedReport report = reader.read("application/pdf", pdf);
        Page page = report.pages().getFirst();
        assertThat(page.method()).isEqualTo("text-layer");
        assertThat(page.rotated()).isEqualTo(turnedBy);
        assertThat(Reader.text(page))
                .isEqualTo(String.join(" ", TypedPage.REPORT).replaceAll("\\s+", " "));
        assertThat(page.words()).extracting(Word::confidence).containsOnly(1.0);
        PagePicture picture = PagePicture.of(reader, page);
        page.words().stream().filter(word -> word.text().length() > 5).forEach(picture::assertHolds);
    }

    @Test
    void readsTheScanUnderAFaxServersStamp() {
        byte[] pdf = TypedPdf.of(TypedPdf.scan(
                TypedPage.turned(TypedPage.drawn(200, 200), 2),
                "11/02/2026 10:33 FROM 555-0142 TO 555-0199 PAGE 1 OF 1"));
        Page page = reader.read("application/pdf", pdf).pages().getFirst();
        assertThat(page.method()).isEqualTo("ocr");
        assertThat(page.rotated()).isEqualTo(180);
        assertThat(Reader.text(page)).contains("Marisol Quillfeather", "WC-88-120934");
    }

    @Test
    void readsOnlyThePagesOfASplitOffPart() {
        byte[] pdf = TypedPdf.of(
                TypedPdf.text(TypedPage.REPORT, 0),
                TypedPdf.text(TypedPage.REPORT, 0),
                TypedPdf.text(TypedPage.REPORT, 0));
        assertThat(reader.read("application/pdf", pdf, 2, 3).pages())
                .extracting(Page::number)
                .containsExactly(2, 3);
    }

    @Test
    void aPdfLockedWithAPasswordIsRefused() {
        Reason reason = reader.refusal("application/pdf", TypedPdf.locked(TypedPdf.text(TypedPage.REPORT, 0)));
        assertThat(reason.code()).isEqualTo("pdf-encrypted");
        assertThat(reason.text()).contains("without one");
    }

    @Test
    void aDamagedPdfIsRefused() {
        byte[] pdf = TypedPdf.of(TypedPdf.text(TypedPage.REPORT, 0));
        assertThat(reader.refusal("application/pdf", Arrays.copyOf(pdf, 200)).code())
                .isEqualTo("pdf-unreadable");
        assertThat(reader.refusal("application/pdf", "nothing".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("pdf-unreadable");
    }

    @Test
    void aDocumentOfUnknownKindIsRefused() {
        assertThat(reader.refusal("application/zip", new byte[] {'P', 'K', 3, 4})
                        .code())
                .isEqualTo("document-unsupported");
    }

    @Test
    void drawsPlainTextOnPages() {
        String text = "Patient name: Marisol Quillfeather\n\n".repeat(35);
        ExtractedReport report = reader.read("text/plain", text.getBytes(StandardCharsets.UTF_8));
        assertThat(report.pages()).hasSize(2);
        Page page = report.pages().getFirst();
        PagePicture picture = PagePicture.of(reader, page);
        picture.assertHolds(page.words().get(3));
    }
}
