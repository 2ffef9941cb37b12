package org.caseward.extraction.worker;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.awt.image.BufferedImage;
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
        byte[] pnm = PortableImage.of(image);
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

    /** How many separate marks stand on a black and white page. */
    int marks() {
        int[] count = new int[1];
        return pixCountConnComp(pix, 8, count) == 0 ? count[0] : 0;
    }

    /** Grey pages keep 16 shades: a person sees no difference, and the file is half as large and as dear. */
    byte[] png() {
        PIX shown = blackAndWhite() ? pixClone(pix) : pixThresholdTo4bpp(pix, 16, 0);
        try {
            return png(shown);
        } finally {
            pixDestroy(shown);
        }
    }

    private static byte[] png(PIX pix) {
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
}
