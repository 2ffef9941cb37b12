package org.caseward.extraction.worker;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads TIFF (all fax encodings), PNG and JPEG by the JDK's own readers. */
final class ImagePages {
    /** Larger pages are thinned out while they are decoded: an A3 page at 400 dpi has 31 million pixels. */
    private static final long ENOUGH_PIXELS = 40_000_000;

    private final Ocr ocr;
    private final String format;

    /** @param format {@code tiff}, {@code png} or {@code jpeg} */
    ImagePages(Ocr ocr, String format) {
        this.ocr = ocr;
        this.format = format;
    }

    int read(Request request, Consumer<Reply> out) throws Unreadable {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(request.content()))) {
            reader.setInput(in, false, false);
            int pages = reader.getNumImages(true);
            PageByPage.read(pages, request, (number, to) -> page(reader, number, request, to), out);
            return pages;
        } catch (UncheckedIOException hubHasGone) {
            throw hubHasGone;
        } catch (IOException | RuntimeException broken) {
            throw broken();
        } finally {
            reader.dispose();
        }
    }

    private void page(ImageReader reader, int number, Request request, Consumer<Reply> out)
            throws IOException, Unreadable {
        long pixels = (long) reader.getWidth(number - 1) * reader.getHeight(number - 1);
        if (pixels > request.maxPixels()) {
            throw new Unreadable(
                    "page-too-large",
                    "Page " + number + " has " + pixels / 1_000_000
                            + " million pixels, more than is allowed. Ask the sender to send it again at 200 to 300 dots per inch.");
        }
        int every = (int) Math.ceil(Math.sqrt(pixels / (double) ENOUGH_PIXELS));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(Math.max(1, every), Math.max(1, every), 0, 0);
        BufferedImage image = reader.read(number - 1, param);
        Density density = Density.of(reader, number - 1, image.getWidth(), image.getHeight(), Math.max(1, every));
        new ScannedPage(ocr).read(number, image, density.x(), density.y()).giveTo(out);
    }

    private Unreadable broken() {
        return new Unreadable(
                format + "-unreadable",
                "The " + format.toUpperCase(Locale.ROOT)
                        + " image is damaged and can't be opened. Ask the sender to send it again.");
    }
}
