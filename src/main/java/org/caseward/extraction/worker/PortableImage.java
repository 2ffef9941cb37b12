package org.caseward.extraction.worker;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.MultiPixelPackedSampleModel;
import java.nio.charset.StandardCharsets;

/** A Java image in the simplest of file formats, portable bitmap or graymap, to hand it to native code. Pixels are taken straight from the image's memory where its layout allows. */
final class PortableImage {
    private PortableImage() {}

    static byte[] of(BufferedImage image) {
        return bilevel(image) ? blackAndWhite(image) : grey(image);
    }

    private static boolean bilevel(BufferedImage image) {
        return image.getColorModel().getPixelSize() == 1
                && image.getSampleModel() instanceof MultiPixelPackedSampleModel
                && image.getRaster().getDataBuffer() instanceof DataBufferByte;
    }

    /** P4: packed rows, a set bit is black. */
    private static byte[] blackAndWhite(BufferedImage image) {
        int width = image.getWidth();
        int stride = (width + 7) / 8;
        byte[] pnm = header("P4\n" + width + " " + image.getHeight() + "\n", stride * image.getHeight());
        int at = pnm.length - stride * image.getHeight();
        boolean oneIsBlack = (image.getColorModel().getRGB(1) & 0xff)
                < (image.getColorModel().getRGB(0) & 0xff);
        if (packedTheSameWay(image, stride)) {
            System.arraycopy(bytes(image), 0, pnm, at, pnm.length - at);
        } else {
            pack(image, pnm, at);
        }
        for (int i = at; !oneIsBlack && i < pnm.length; i++) {
            pnm[i] = (byte) ~pnm[i];
        }
        return pnm;
    }

    private static boolean packedTheSameWay(BufferedImage image, int stride) {
        MultiPixelPackedSampleModel layout = (MultiPixelPackedSampleModel) image.getSampleModel();
        return layout.getScanlineStride() == stride
                && layout.getDataBitOffset() == 0
                && image.getRaster().getSampleModelTranslateX() == 0
                && image.getRaster().getSampleModelTranslateY() == 0
                && bytes(image).length == stride * image.getHeight();
    }

    private static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private static void pack(BufferedImage image, byte[] pnm, int start) {
        int width = image.getWidth();
        int stride = (width + 7) / 8;
        byte[] row = new byte[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getDataElements(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                if (row[x] != 0) {
                    pnm[start + y * stride + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
    }

    /** P5: a byte a pixel, by the luma weights of ITU-R BT.601; what is transparent is white. */
    private static byte[] grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pnm = header("P5\n" + width + " " + height + "\n255\n", width * height);
        int at = pnm.length - width * height;
        if (image.getType() == BufferedImage.TYPE_INT_RGB
                && image.getRaster().getDataBuffer() instanceof DataBufferInt pixels
                && pixels.getData().length == width * height) {
            for (int rgb : pixels.getData()) {
                pnm[at++] = (byte) luma(rgb);
            }
            return pnm;
        }
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                int alpha = argb >>> 24;
                pnm[at++] = (byte) ((luma(argb) * alpha + 255 * (255 - alpha)) / 255);
            }
        }
        return pnm;
    }

    private static int luma(int rgb) {
        return (77 * (rgb >> 16 & 255) + 150 * (rgb >> 8 & 255) + 29 * (rgb & 255)) >> 8;
    }

    private static byte[] header(String header, int pixels) {
        byte[] start = header.getBytes(StandardCharsets.US_ASCII);
        byte[] pnm = new byte[start.length + pixels];
        System.arraycopy(start, 0, pnm, 0, start.length);
        return pnm;
    }
}
