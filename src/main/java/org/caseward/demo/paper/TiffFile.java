package org.caseward.demo.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.caseward.demo.paper.FaxMachine.Encoding;
import org.caseward.demo.paper.FaxMachine.Resolution;

/** Writes a black and white page as a TIFF-F file (RFC 2306): the dots are not square, and the tags say so. */
final class TiffFile {
    private TiffFile() {}

    static byte[] of(BufferedImage page, Resolution resolution, Encoding encoding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(encoding.compression());
            writer.setOutput(out);
            writer.write(null, new IIOImage(page, null, tags(writer, page, how, resolution)), how);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata tags(ImageWriter writer, BufferedImage page, ImageWriteParam how, Resolution resolution)
            throws IOException {
        IIOMetadata plain = writer.getDefaultImageMetadata(new ImageTypeSpecifier(page), how);
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(plain);
        BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
        directory.addTIFFField(perInch(tags.getTag(BaselineTIFFTagSet.TAG_X_RESOLUTION), 204));
        directory.addTIFFField(perInch(tags.getTag(BaselineTIFFTagSet.TAG_Y_RESOLUTION), resolution.dpi()));
        directory.addTIFFField(new TIFFField(
                tags.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
        return directory.getAsMetadata();
    }

    private static TIFFField perInch(TIFFTag tag, long dots) {
        return new TIFFField(tag, TIFFTag.TIFF_RATIONAL, 1, new long[][] {{dots, 1}});
    }
}
