package org.caseward.extraction.worker;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.caseward.report.SeparatorMark;

/** Looks for separator marks on the pages of a scanned batch, without reading them. */
final class SheetFinder {
    /** Of the longer side; a QR code of an inch and a half is then 190 pixels wide. */
    private static final int PIXELS = 1_400;

    /** The specks of a dirty scanner break a large code and vanish in a small picture; a small label needs a large one. */
    private static final int[] SIZES = {PIXELS, PIXELS / 2, 500};

    private static final float DPI = 120;
    private static final Map<DecodeHintType, Object> HINTS = new EnumMap<>(Map.of(
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128),
            DecodeHintType.TRY_HARDER,
            Boolean.TRUE));

    /** @return how many pages the batch has */
    int read(Request request, Consumer<Reply> out) throws Unreadable, IOException {
        return switch (DocumentKind.of(request.content(), request.mediaType())) {
            case PDF -> pdf(request, out);
            case TIFF -> images(request, out);
            default ->
                throw new Unreadable(
                        "batch-unsupported",
                        "Only a PDF or a TIFF of several pages can be split. Scan the batch into one of these and hand it in again.");
        };
    }

    private static int pdf(Request request, Consumer<Reply> out) throws Unreadable, IOException {
        try (PDDocument pdf = Loader.loadPDF(request.content())) {
            int pages = few(pdf.getNumberOfPages(), request);
            PDFRenderer renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            for (int page = 0; page < pages; page++) {
                float longest = Math.max(
                        pdf.getPage(page).getCropBox().getWidth(),
                        pdf.getPage(page).getCropBox().getHeight());
                float dpi = Math.min(DPI, PIXELS * 72f / Math.max(longest, 1));
                out.accept(new Reply.Marked(
                        page + 1, mark(renderer.renderImageWithDPI(page, Math.max(dpi, 1), ImageType.GRAY))));
            }
            return pages;
        }
    }

    private static int images(Request request, Consumer<Reply> out) throws Unreadable, IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(request.content()))) {
            reader.setInput(in, false, true);
            int pages = few(reader.getNumImages(true), request);
            for (int page = 0; page < pages; page++) {
                out.accept(new Reply.Marked(page + 1, mark(image(reader, page, request))));
            }
            return pages;
        } finally {
            reader.dispose();
        }
    }

    private static int few(int pages, Request request) throws Unreadable {
        if (pages > request.maxPages()) {
            throw new Unreadable(
                    "too-many-pages",
                    "The batch has " + pages + " pages, more than the " + request.maxPages()
                            + " that are read at once. Scan it in two batches.");
        }
        return pages;
    }

    private static BufferedImage image(ImageReader reader, int page, Request request) throws IOException, Unreadable {
        int width = reader.getWidth(page);
        int height = reader.getHeight(page);
        if ((long) width * height > request.maxPixels()) {
            throw new Unreadable(
                    "page-too-large",
                    "Page " + (page + 1)
                            + " has more pixels than is allowed. Scan the batch again at 200 to 300 dots per inch.");
        }
        // across and down for themselves: a fax's pixels are not square
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(1 + width / (2 * PIXELS), 1 + height / (2 * PIXELS), 0, 0);
        return reader.read(page, param);
    }

    /** The mark on a page, whichever way round it lies. */
    static SeparatorMark mark(BufferedImage page) {
        for (int longest : SIZES) {
            SeparatorMark found = decoded(grey(page, longest));
            if (found != SeparatorMark.NONE) {
                return found;
            }
        }
        return decoded(onItsSide(grey(page, PIXELS)));
    }

    private static SeparatorMark decoded(BufferedImage grey) {
        byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        int width = grey.getWidth();
        int height = grey.getHeight();
        var source = new PlanarYUVLuminanceSource(pixels, width, height, 0, 0, width, height, false);
        try {
            return SeparatorMark.of(new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), HINTS)
                    .getText());
        } catch (NotFoundException none) {
            return SeparatorMark.NONE;
        }
    }

    private static BufferedImage grey(BufferedImage page, int longest) {
        double scale = Math.min(1.0, longest / (double) Math.max(page.getWidth(), page.getHeight()));
        int width = Math.max(1, (int) (page.getWidth() * scale));
        int height = Math.max(1, (int) (page.getHeight() * scale));
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = grey.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(page, 0, 0, width, height, null);
        pen.dispose();
        return grey;
    }

    private static BufferedImage onItsSide(BufferedImage grey) {
        BufferedImage turned = new BufferedImage(grey.getHeight(), grey.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = turned.createGraphics();
        pen.rotate(Math.PI / 2);
        pen.drawImage(grey, 0, -grey.getHeight(), null);
        pen.dispose();
        return turned;
    }
}
