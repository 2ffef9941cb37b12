package org.caseward.extraction;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;

/** Writes pages as a fax server's TIFF. */
final class FaxTiff {
    static final String GROUP_3 = "CCITT T.4";
    static final String GROUP_4 = "CCITT T.6";

    private FaxTiff() {}

    static byte[] of(String compression, int dpiX, int dpiY, BufferedImage... pages) {
        return of(compression, dpiX, dpiY, List.of(pages));
    }

    static byte[] of(String compression, int dpiX, int dpiY, List<BufferedImage> pages) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                IIOMetadata tags = writer.getDefaultImageMetadata(new ImageTypeSpecifier(page), param);
                writer.writeToSequence(new IIOImage(page, null, withDensity(tags, dpiX, dpiY)), param);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Names a compression that does not exist in the second page's directory (tag 259, type short, one value). */
    static void damageSecondPage(byte[] tiff) {
        int first = compressionTag(tiff, 0);
        int second = compressionTag(tiff, first + 1);
        tiff[second + 8] = 99;
        tiff[second + 9] = 99;
    }

    private static int compressionTag(byte[] tiff, int from) {
        boolean big = tiff[0] == 'M';
        byte[] tag = big ? new byte[] {1, 3, 0, 3, 0, 0, 0, 1} : new byte[] {3, 1, 3, 0, 1, 0, 0, 0};
        int at = from;
        while (!Arrays.equals(tiff, at, at + tag.length, tag, 0, tag.length)) {
            at++;
        }
        return at;
    }

    private static IIOMetadata withDensity(IIOMetadata metadata, int dpiX, int dpiY) throws IOException {
        TIFFDirectory tags = TIFFDirectory.createFromMetadata(metadata);
        BaselineTIFFTagSet baseline = BaselineTIFFTagSet.getInstance();
        tags.addTIFFField(rational(baseline.getTag(BaselineTIFFTagSet.TAG_X_RESOLUTION), dpiX));
        tags.addTIFFField(rational(baseline.getTag(BaselineTIFFTagSet.TAG_Y_RESOLUTION), dpiY));
        tags.addTIFFField(new TIFFField(
                baseline.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
        return tags.getAsMetadata();
    }

    private static TIFFField rational(TIFFTag tag, int value) {
        return new TIFFField(tag, TIFFTag.TIFF_RATIONAL, 1, new long[][] {{value, 1}});
    }
}
