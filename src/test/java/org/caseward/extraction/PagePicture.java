package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A stored page image, to see whether words lie where their boxes say. */
record PagePicture(BufferedImage image) {
    static PagePicture of(Reader reader, Page page) {
        try {
            byte[] png = reader.shelf.get(page.image());
            PagePicture picture = new PagePicture(ImageIO.read(new ByteArrayInputStream(png)));
            assertThat(picture.image.getWidth()).isEqualTo(page.width());
            assertThat(picture.image.getHeight()).isEqualTo(page.height());
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There is ink inside the word's box, and none just above, below, left and right of it. */
    void assertHolds(Word word) {
        int left = (int) (word.box().x() * image.getWidth());
        int top = (int) (word.box().y() * image.getHeight());
        int width = (int) Math.ceil(word.box().w() * image.getWidth());
        int height = (int) Math.ceil(word.box().h() * image.getHeight());
        assertThat(black(left, top, width, height)).as("ink in %s", word.box()).isGreaterThan(0.08);
        assertThat(black(left, top - 8, width, 5)).as("ink above").isZero();
        assertThat(black(left, top + height + 3, width, 5)).as("ink below").isZero();
        assertThat(black(left - 5, top, 3, height)).as("ink to the left").isZero();
        assertThat(black(left + width + 2, top, 3, height))
                .as("ink to the right")
                .isZero();
    }

    private double black(int left, int top, int width, int height) {
        long black = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                black += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        return black / (double) (width * height);
    }
}
