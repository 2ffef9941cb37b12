package org.caseward.intake.portal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.caseward.report.SeparatorMark;

/** The sheet to print and lay between reports before they are scanned together; front and back, so that a two-sided scan leaves no blank page. The third page has labels. */
final class SeparatorSheetPdf {
    private static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
    private static final PDFont PLAIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final float INCH = 72;

    private SeparatorSheetPdf() {}

    static byte[] make() {
        try (PDDocument pdf = new PDDocument()) {
            sheet(pdf);
            sheet(pdf);
            labels(pdf);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WriterException e) {
            throw new IllegalStateException("The separator sheet's barcode could not be made", e);
        }
    }

    private static void sheet(PDDocument pdf) throws IOException, WriterException {
        PDPage page = new PDPage(PDRectangle.LETTER);
        pdf.addPage(page);
        String text = SeparatorMark.SHEET.text();
        try (PDPageContentStream pen = new PDPageContentStream(pdf, page)) {
            words(pen, BOLD, 34, INCH, 9.6f * INCH, "Separator sheet");
            words(pen, PLAIN, 14, INCH, 9.1f * INCH, "Lay it between two reports, then scan all of them as one batch.");
            words(pen, PLAIN, 14, INCH, 8.8f * INCH, "It may be used again and again. It is no page of any report.");
            // each alone is enough; the one survives a streak of toner, the other a crease
            draw(
                    pen,
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0),
                    2.75f * INCH,
                    4.4f * INCH,
                    3 * INCH,
                    3 * INCH);
            draw(
                    pen,
                    new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1),
                    1.25f * INCH,
                    2 * INCH,
                    6 * INCH,
                    INCH);
            words(pen, PLAIN, 11, 1.25f * INCH, 1.7f * INCH, text);
        }
    }

    private static void labels(PDDocument pdf) throws IOException, WriterException {
        PDPage page = new PDPage(PDRectangle.LETTER);
        pdf.addPage(page);
        BitMatrix code = new QRCodeWriter().encode(SeparatorMark.FIRST_PAGE.text(), BarcodeFormat.QR_CODE, 0, 0);
        try (PDPageContentStream pen = new PDPageContentStream(pdf, page)) {
            words(
                    pen,
                    BOLD,
                    14,
                    INCH,
                    10.2f * INCH,
                    "Labels: stick one on the first page of each report instead of a sheet.");
            for (int row = 0; row < 5; row++) {
                for (int column = 0; column < 4; column++) {
                    float x = INCH + column * 1.7f * INCH;
                    float y = 8.2f * INCH - row * 1.7f * INCH;
                    draw(pen, code, x, y, 1.4f * INCH, 1.4f * INCH);
                    words(pen, PLAIN, 7, x + 0.2f * INCH, y - 6, "first page of a report");
                }
            }
        }
    }

    private static void draw(PDPageContentStream pen, BitMatrix code, float x, float y, float width, float height)
            throws IOException {
        float across = width / code.getWidth();
        float down = height / code.getHeight();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    pen.addRect(x + column * across, y + height - (row + 1) * down, across, down);
                }
            }
        }
        pen.fill();
    }

    private static void words(PDPageContentStream pen, PDFont font, float size, float x, float y, String text)
            throws IOException {
        pen.beginText();
        pen.setFont(font, size);
        pen.newLineAtOffset(x, y);
        pen.showText(text);
        pen.endText();
    }
}
