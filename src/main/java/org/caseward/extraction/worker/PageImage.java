package org.caseward.extraction.worker;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.MultiPixelPackedSampleModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.leptonica.PIX;

/**
 * A page's pixels outside the Java heap, black and white (1 bit) or grey (8 bit), with their density.
 *
 * @param dpiX dots per inch across
 * @param dpiY dots per inch down
 */
record PageImage(PIX pix, double dpiX, double dpiY) {
    /** Keeps the images made on the way to one page's result, to free them together. */
    static final class Pile implements AutoCloseable {
        private final Deque<PIX> made = new ArrayDeque<>();

        PIX keep(PIX pix) {
            if (pix == null || pix.isNull()) {
                throw new IllegalStateException("an image could not be made");
            }
            made.push(pix);
            return pix;
        }

        @Override
        public void close() {
            made.forEach(pix -> pixDestroy(pix));
        }
    }

    static PageImage of(BufferedImage image, double dpiX, double dpiY, Pile pile) {
        byte[] pnm = bilevel(image) ? blackAndWhite(image) : grey(image);
        return new PageImage(pile.keep(pixReadMemPnm(pnm, pnm.length)), dpiX, dpiY);
    }

    int width() {
        return pixGetWidth(pix);
    }

    int height() {
        return pixGetHeight(pix);
    }

    boolean blackAndWhite() {
        return pixGetDepth(pix) == 1;
    }

    PageImage asGrey(Pile pile) {
        return blackAndWhite() ? new PageImage(pile.keep(pixConvertTo8(pix, 0)), dpiX, dpiY) : this;
    }

    /** Made grey and scaled, smoothly, to square pixels of that density. */
    PageImage scaledTo(double dpi, Pile pile) {
        PIX grey = asGrey(pile).pix();
        PIX scaled = pixScale(grey, (float) (dpi / dpiX), (float) (dpi / dpiY));
        return new PageImage(pile.keep(scaled), dpi, dpi);
    }

    /** Black where darker than {@code level} (0 to 255). */
    PageImage threshold(int level, Pile pile) {
        return blackAndWhite() ? this : new PageImage(pile.keep(pixThresholdToBinary(pix, level)), dpiX, dpiY);
    }

    /** @param degrees clockwise, a multiple of 90 */
    PageImage turned(int degrees, Pile pile) {
        if (degrees == 0) {
            return this;
        }
        boolean onItsSide = degrees % 180 != 0;
        PIX turned = pile.keep(pixRotateOrth(pix, degrees / 90));
        return new PageImage(turned, onItsSide ? dpiY : dpiX, onItsSide ? dpiX : dpiY);
    }

    /** Turned by a small angle about its centre, keeping its size; what comes in at the corners is white. */
    PageImage straightened(double radians, Pile pile) {
        if (radians == 0) {
            return this;
        }
        PIX grey = asGrey(pile).pix();
        PIX straight = pile.keep(pixRotateAMGray(grey, (float) radians, (byte) 255));
        PageImage result = new PageImage(straight, dpiX, dpiY);
        return blackAndWhite() ? result.threshold(128, pile) : result;
    }

    byte[] png() {
        try (PointerPointer<BytePointer> data = new PointerPointer<>(1);
                SizeTPointer size = new SizeTPointer(1)) {
            if (pixWriteMemPng(data, size, pix, 0) != 0) {
                throw new IllegalStateException("a page image could not be written");
            }
            BytePointer bytes = data.get(BytePointer.class, 0);
            byte[] png = new byte[(int) size.get()];
            bytes.capacity(png.length).get(png);
            lept_free(bytes);
            return png;
        }
    }

    private static boolean bilevel(BufferedImage image) {
        return image.getColorModel().getPixelSize() == 1
                && image.getSampleModel() instanceof MultiPixelPackedSampleModel
                && image.getRaster().getDataBuffer() instanceof DataBufferByte;
    }

    /** Portable bitmap (P4): a set bit is black. */
    private static byte[] blackAndWhite(BufferedImage image) {
        int width = image.getWidth();
        int stride = (width + 7) / 8;
        byte[] pnm = header("P4\n" + width + " " + image.getHeight() + "\n", stride * image.getHeight());
        int at = pnm.length - stride * image.getHeight();
        boolean oneIsBlack = (image.getColorModel().getRGB(1) & 0xff)
                < (image.getColorModel().getRGB(0) & 0xff);
        byte[] row = new byte[width];
        for (int y = 0; y < image.getHeight(); y++, at += stride) {
            image.getRaster().getDataElements(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                if ((row[x] != 0) == oneIsBlack) {
                    pnm[at + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
        return pnm;
    }

    /** Portable graymap (P5), by the luma weights of ITU-R BT.601; what is transparent is white. */
    private static byte[] grey(BufferedImage image) {
        int width = image.getWidth();
        byte[] pnm = header("P5\n" + width + " " + image.getHeight() + "\n255\n", width * image.getHeight());
        int at = pnm.length - width * image.getHeight();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                int luma = (77 * (argb >> 16 & 255) + 150 * (argb >> 8 & 255) + 29 * (argb & 255)) >> 8;
                int alpha = argb >>> 24;
                pnm[at++] = (byte) ((luma * alpha + 255 * (255 - alpha)) / 255);
            }
        }
        return pnm;
    }

    private static byte[] header(String header, int pixels) {
        byte[] start = header.getBytes(StandardCharsets.US_ASCII);
        byte[] pnm = new byte[start.length + pixels];
        System.arraycopy(start, 0, pnm, 0, start.length);
        return pnm;
    }
}
