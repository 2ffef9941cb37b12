package org.caseward.demo.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import org.caseward.demo.paper.FaxMachine.Encoding;
import org.caseward.demo.paper.FaxMachine.Resolution;
import org.caseward.demo.paper.FaxMachine.Settings;
import org.caseward.demo.paper.WorkStatusReport.Status;
import org.caseward.demo.world.DemoWorld;
import org.caseward.demo.world.OpenCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaxMachineTest {
    private static final OpenCase CASE =
            DemoWorld.make().plainCases(DemoWorld.POLICE).getFirst();
    private static final byte[] FORM =
            WorkStatusForm.BOXED.pdf(WorkStatusReport.of(CASE, LocalDate.of(2026, 11, 2), Status.OFF));

    @ParameterizedTest
    @CsvSource({"STANDARD,G3,1078,3", "FINE,G3,2156,3", "STANDARD,G4,1078,4", "FINE,G4,2156,4"})
    void writesATiffOfFaxResolutionThatReadsBack(Resolution resolution, Encoding encoding, int lines, int compression)
            throws IOException {
        byte[] tiff = new FaxMachine(Settings.clean(resolution, encoding, 7).printing("FROM A CLINIC")).fax(FORM);

        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(tiff)));
        BufferedImage page = reader.read(0);
        TIFFDirectory tags = TIFFDirectory.createFromMetadata(reader.getImageMetadata(0));

        assertThat(page.getWidth()).isEqualTo(1728);
        assertThat(page.getHeight()).isEqualTo(lines);
        assertThat(page.getColorModel().getPixelSize()).isEqualTo(1);
        assertThat(tags.getTIFFField(BaselineTIFFTagSet.TAG_X_RESOLUTION).getAsDouble(0))
                .isEqualTo(204);
        assertThat(tags.getTIFFField(BaselineTIFFTagSet.TAG_Y_RESOLUTION).getAsDouble(0))
                .isEqualTo(resolution.dpi());
        assertThat(tags.getTIFFField(BaselineTIFFTagSet.TAG_COMPRESSION).getAsInt(0))
                .isEqualTo(compression);
        assertThat(blackShare(page)).isBetween(.01, .15);
    }

    @Test
    void sendsTheSameBytesForTheSamePage() {
        Settings settings = Settings.clean(Resolution.FINE, Encoding.G4, 7).worn(.6, 300);

        assertThat(new FaxMachine(settings).fax(FORM)).isEqualTo(new FaxMachine(settings).fax(FORM));
    }

    @Test
    void turnsAPageThatWentInUpsideDown() {
        Settings settings = new Settings(Resolution.FINE, Encoding.G4, "", 0, 0, false, 7);
        BufferedImage upright = new FaxMachine(settings).scan(FORM);
        BufferedImage turned = new FaxMachine(settings.turned()).scan(FORM);

        // the form fills the upper two thirds of its page
        assertThat(blackIn(upright, 1600, 2156)).isLessThan(blackIn(turned, 1600, 2156) / 4);
    }

    @Test
    void leavesNothingToReadOfAPageOfNoise() throws IOException {
        byte[] tiff = new FaxMachine(Settings.clean(Resolution.STANDARD, Encoding.G3, 7)).noise();

        assertThat(blackShare(ImageIO.read(new ByteArrayInputStream(tiff)))).isBetween(.15, .5);
    }

    /** For the eye: {@code -Dfax.show=DIR} writes the layouts as PNG. */
    @Test
    void showsItsPagesToWhoAsks() throws IOException {
        String dir = System.getProperty("fax.show");
        org.junit.jupiter.api.Assumptions.assumeTrue(dir != null, "set -Dfax.show=DIR to see the pages");
        for (WorkStatusForm form : WorkStatusForm.values()) {
            byte[] pdf = form.pdf(WorkStatusReport.of(CASE, LocalDate.of(2026, 11, 2), Status.RESTRICTED));
            for (Resolution resolution : Resolution.values()) {
                Settings settings = Settings.clean(resolution, Encoding.G4, 7)
                        .printing("NOV 21 2026 14:05   FROM: " + CASE.clinic().name()
                                + "  (312) 555-0131   TO: +13125550190   P.01/01")
                        .worn(.5, 250);
                ImageIO.write(
                        new FaxMachine(settings).scan(pdf), "png", new File(dir, form + "-" + resolution + ".png"));
            }
        }
    }

    private static double blackShare(BufferedImage page) {
        return blackIn(page, 0, page.getHeight()) / (double) (page.getWidth() * page.getHeight());
    }

    private static long blackIn(BufferedImage page, int from, int to) {
        long black = 0;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                black += (page.getRGB(x, y) & 0xff) == 0 ? 1 : 0;
            }
        }
        return black;
    }
}
