package org.caseward.extraction;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;

/** Makes PDFs of a fictional report. */
final class TypedPdf {
    private static final PDRectangle LETTER = PDRectangle.LETTER;

    private TypedPdf() {}

    /** What is drawn on a page. */
    @FunctionalInterface
    interface Drawing {
        void on(PDDocument pdf, PDPage page, PDPageContentStream pen) throws IOException;
    }

    static byte[] of(Drawing... drawings) {
        return made(pdf -> {}, drawings);
    }

    static byte[] locked(Drawing drawing) {
        return made(
                pdf -> pdf.protect(new StandardProtectionPolicy("owner-word", "user-word", new AccessPermission())),
                drawing);
    }

    /** Lines of text whose baseline runs that many degrees anticlockwise, from 72 points inside the corner. */
    static Drawing text(List<String> lines, int degrees) {
        return (pdf, page, pen) -> {
            pen.beginText();
            pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            pen.setLeading(24);
            pen.setTextMatrix(
                    switch (degrees) {
                        case 90 -> new Matrix(0, 1, -1, 0, 80, 72);
                        case 180 -> new Matrix(-1, 0, 0, -1, LETTER.getWidth() - 72, 80);
                        case 270 -> new Matrix(0, -1, 1, 0, LETTER.getWidth() - 80, LETTER.getHeight() - 72);
                        default -> new Matrix(1, 0, 0, 1, 72, LETTER.getHeight() - 80);
                    });
            for (String line : lines) {
                pen.showText(line);
                pen.newLine();
            }
            pen.endText();
        };
    }

    static Drawing pageTurned(Drawing drawing, int degrees) {
        return (pdf, page, pen) -> {
            page.setRotation(degrees);
            drawing.on(pdf, page, pen);
        };
    }

    /** A scanned sheet with a fax server's line of text stamped over it. */
    static Drawing scan(BufferedImage sheet, String stamp) {
        return (pdf, page, pen) -> {
            pen.drawImage(LosslessFactory.createFromImage(pdf, sheet), 0, 0, LETTER.getWidth(), LETTER.getHeight());
            pen.beginText();
            pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 8);
            pen.newLineAtOffset(40, LETTER.getHeight() - 20);
            pen.showText(stamp);
            pen.endText();
        };
    }

    private interface Finish {
        void on(PDDocument pdf) throws IOException;
    }

    private static byte[] made(Finish finish, Drawing... drawings) {
        try (PDDocument pdf = new PDDocument()) {
            for (Drawing drawing : drawings) {
                PDPage page = new PDPage(LETTER);
                pdf.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(pdf, page)) {
                    drawing.on(pdf, page, pen);
                }
            }
            finish.on(pdf);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
