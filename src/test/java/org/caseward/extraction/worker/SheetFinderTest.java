package org.caseward.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.caseward.report.MarkedPages;
import org.caseward.report.SeparatorMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFinderTest {
    private static final int WIDTH = 1700;
    private static final int HEIGHT = 2200;

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270, 2, -3})
    void aSheetIsFoundWhicheverWayItLiesAndALittleAskew(int degrees) throws Exception {
        BitMatrix code = new QRCodeWriter().encode(SeparatorMark.SHEET.text(), BarcodeFormat.QR_CODE, 0, 0);
        assertThat(SheetFinder.mark(scanned(code, 600, 600, degrees))).isEqualTo(SeparatorMark.SHEET);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180})
    void theBarcodeAloneIsEnough(int degrees) throws Exception {
        BitMatrix code = new Code128Writer().encode(SeparatorMark.SHEET.text(), BarcodeFormat.CODE_128, 0, 1);
        assertThat(SheetFinder.mark(scanned(code, 1200, 200, degrees))).isEqualTo(SeparatorMark.SHEET);
    }

    @Test
    void aSmallLabelMarksAFirstPage() throws Exception {
        BitMatrix code = new QRCodeWriter().encode(SeparatorMark.FIRST_PAGE.text(), BarcodeFormat.QR_CODE, 0, 0);
        assertThat(SheetFinder.mark(scanned(code, 280, 280, 0))).isEqualTo(SeparatorMark.FIRST_PAGE);
    }

    @Test
    void anotherBarcodeIsNoMark() throws Exception {
        BitMatrix code = new Code128Writer().encode("WC-88-120934", BarcodeFormat.CODE_128, 0, 1);
        assertThat(SheetFinder.mark(scanned(code, 1200, 200, 0))).isEqualTo(SeparatorMark.NONE);
        assertThat(SheetFinder.mark(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY)))
                .isEqualTo(SeparatorMark.NONE);
    }

    @Test
    void aBatchThatWasScannedIntoATiffIsLookedThroughPageByPage() throws Exception {
        BitMatrix code = new QRCodeWriter().encode(SeparatorMark.SHEET.text(), BarcodeFormat.QR_CODE, 0, 0);
        byte[] batch = tiff(white(), scanned(code, 600, 600, 0), white());
        List<SeparatorMark> marks = new ArrayList<>();
        int pages = new SheetFinder()
                .read(
                        new Request("image/tiff", true, List.of(), 10, 100_000_000, batch),
                        reply -> marks.add(((Reply.Marked) reply).mark()));
        assertThat(pages).isEqualTo(3);
        assertThat(marks).containsExactly(SeparatorMark.NONE, SeparatorMark.SHEET, SeparatorMark.NONE);
    }

    /** Black and white, compressed as scanners do it. */
    private static byte[] tiff(BufferedImage... pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("CCITT T.6");
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                BufferedImage black = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
                black.createGraphics().drawImage(page, 0, 0, null);
                writer.writeToSequence(new IIOImage(black, null, null), how);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    @Test
    void reportsLieBetweenTheSheets() {
        SeparatorMark none = SeparatorMark.NONE;
        SeparatorMark sheet = SeparatorMark.SHEET;
        SeparatorMark first = SeparatorMark.FIRST_PAGE;
        MarkedPages marked = new MarkedPages(List.of(sheet, none, none, sheet, sheet, none, first, none, sheet));
        assertThat(marked.sheets()).containsExactly(1, 4, 5, 9);
        assertThat(marked.reports()).containsExactly(List.of(2, 3), List.of(6), List.of(7, 8));
        assertThat(new MarkedPages(List.of(sheet)).reports()).isEmpty();
    }

    /** At 200 dots per inch, drawn in between pixels as a scanner sees it, with its specks. */
    private static BufferedImage scanned(BitMatrix code, int width, int height, int degrees) {
        BufferedImage sheet = white();
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.DARK_GRAY);
        double across = width / (double) code.getWidth();
        double down = height / (double) code.getHeight();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    double x = (WIDTH - width) / 2.0 + column * across;
                    double y = (HEIGHT - height) / 2.0 + row * down;
                    pen.fill(new Rectangle2D.Double(x, y, across, down));
                }
            }
        }
        pen.dispose();
        return speckled(turned(sheet, degrees));
    }

    private static BufferedImage white() {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return page;
    }

    private static BufferedImage turned(BufferedImage sheet, int degrees) {
        BufferedImage page = white();
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(degrees), WIDTH / 2.0, HEIGHT / 2.0);
        pen.drawImage(sheet, 0, 0, null);
        pen.dispose();
        return page;
    }

    private static BufferedImage speckled(BufferedImage page) {
        Random specks = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            page.setRGB(specks.nextInt(WIDTH), specks.nextInt(HEIGHT), 0);
        }
        return page;
    }
}
