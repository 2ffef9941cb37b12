package org.caseward.extraction.worker;

import java.io.IOException;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.jspecify.annotations.Nullable;

/** Dots per inch of a page in an image file: as its tags say, else as its size suggests. */
record Density(double x, double y) {
    /** Dots across a fax of A4 or letter, B4 and A3 width (ITU-T T.4). */
    private static final Set<Integer> FAX_WIDTHS = Set.of(1728, 2048, 2432);

    private static final double LETTER_WIDTH = 8.5;
    private static final double LETTER_HEIGHT = 11;

    /** @param every one pixel of so many was kept, in both directions */
    static Density of(ImageReader reader, int index, int width, int height, int every) throws IOException {
        IIOMetadata metadata = reader.getImageMetadata(index);
        Density tagged = "tif".equals(reader.getFormatName()) || "tiff".equalsIgnoreCase(reader.getFormatName())
                ? tagged(TIFFDirectory.createFromMetadata(metadata))
                : null;
        if (tagged != null && tagged.plausible()) {
            return new Density(tagged.x / every, tagged.y / every);
        }
        return guessed(width, height);
    }

    private static @Nullable Density tagged(TIFFDirectory tags) {
        TIFFField across = tags.getTIFFField(BaselineTIFFTagSet.TAG_X_RESOLUTION);
        TIFFField down = tags.getTIFFField(BaselineTIFFTagSet.TAG_Y_RESOLUTION);
        TIFFField unit = tags.getTIFFField(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT);
        if (across == null || down == null) {
            return null;
        }
        boolean centimetres = unit != null && unit.getAsInt(0) == BaselineTIFFTagSet.RESOLUTION_UNIT_CENTIMETER;
        double toInches = centimetres ? 2.54 : 1;
        return new Density(across.getAsDouble(0) * toInches, down.getAsDouble(0) * toInches);
    }

    /** Some senders write 1 or 72 whatever the page. */
    private boolean plausible() {
        return x >= 90 && x <= 2400 && y >= 90 && y <= 2400;
    }

    private static Density guessed(int width, int height) {
        if (FAX_WIDTHS.contains(width)) {
            return new Density(204, height < 0.9 * width ? 98 : 196);
        }
        double dpi = Math.max(Math.min(width, height) / LETTER_WIDTH, Math.max(width, height) / LETTER_HEIGHT);
        double bounded = Math.clamp(dpi, 100, 600);
        return new Density(bounded, bounded);
    }
}
