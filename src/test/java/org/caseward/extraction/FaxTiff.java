package org.caseward.extraction;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
