package org.caseward.demo.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Makes of a printed page what arrives at the other end of a fax line: 1,728 black or white dots a line at 204 dpi
 * (ITU-T T.4), the sender's line at the top, and the marks of a scanner that has seen better days.
 */
public final class FaxMachine {
    /** Dots a line of a T.4 page of letter or A4 width. */
    static final int DOTS = 1728;

    private static final double DPI = 204;
    private static final double INCHES = 11;

    private final Settings settings;

    public FaxMachine(Settings settings) {
        this.settings = settings;
    }

    /** Lines an inch. */
    public enum Resolution {
        STANDARD(98),
        FINE(196);

        private final int dpi;

        Resolution(int dpi) {
            this.dpi = dpi;
        }

        public int dpi() {
            return dpi;
        }
    }

    /** The names by which the JDK's TIFF writer knows the encodings. */
    public enum Encoding {
        G3("CCITT T.4"),
        G4("CCITT T.6");

        private final String compression;

        Encoding(String compression) {
            this.compression = compression;
        }

        String compression() {
            return compression;
        }
    }

    /**
     * @param skew degrees that the page went in askew
     * @param specks dirt on the glass, single dots a page
     * @param upsideDown the page went in the wrong way round
     * @param seed where the dirt lies
     */
    public record Settings(
            Resolution resolution,
            Encoding encoding,
            String header,
            double skew,
            int specks,
            boolean upsideDown,
            long seed) {
        public static Settings clean(Resolution resolution, Encoding encoding, long seed) {
            return new Settings(resolution, encoding, "", 0, 12, false, seed);
        }

        public Settings printing(String words) {
            return new Settings(resolution, encoding, words, skew, specks, upsideDown, seed);
        }

        public Settings worn(double degrees, int dirt) {
            return new Settings(resolution, encoding, header, degrees, dirt, upsideDown, seed);
        }

        public Settings turned() {
            return new Settings(resolution, encoding, header, skew, specks, true, seed);
        }
    }

    /** The page of a PDF as a TIFF file. */
    public byte[] fax(byte[] pdf) {
        return TiffFile.of(scan(pdf), settings.resolution(), settings.encoding());
    }

    /** A page of which the line noise has left nothing to read: runs of black of any length, smeared over a few lines. */
    public byte[] noise() {
        BufferedImage page = blank(BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D ink = page.createGraphics();
        ink.setColor(Color.BLACK);
        Random random = new Random(settings.seed());
        for (int y = 0; y < page.getHeight(); ) {
            int lines = 1 + random.nextInt(5);
            for (int x = random.nextInt(60); x < DOTS; ) {
                int run = 3 + random.nextInt(180);
                ink.fillRect(x, y, run, lines);
                x += run + 10 + random.nextInt(400);
            }
            y += lines;
        }
        ink.dispose();
        return TiffFile.of(page, settings.resolution(), settings.encoding());
    }

    BufferedImage scan(byte[] pdf) {
        AffineTransform feed =
                AffineTransform.getScaleInstance(1, settings.resolution().dpi() / DPI);
        BufferedImage headline = paint(Headline.pdf(settings.header()), feed);
        feed.rotate(Math.toRadians(settings.skew() + (settings.upsideDown() ? 180 : 0)), DOTS / 2.0, INCHES * DPI / 2);
        return blackAndWhite(paint(pdf, feed), headline);
    }

    private BufferedImage paint(byte[] pdf, AffineTransform feed) {
        BufferedImage grey = blank(BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = grey.createGraphics();
        g.setBackground(Color.WHITE);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.transform(feed);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFRenderer(document).renderPageToGraphics(0, g, (float) (DPI / 72), (float) (DPI / 72));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            g.dispose();
        }
        return grey;
    }

    private BufferedImage blackAndWhite(BufferedImage grey, BufferedImage headline) {
        BufferedImage page = blank(BufferedImage.TYPE_BYTE_BINARY);
        Random dirt = new Random(settings.seed());
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < DOTS; x++) {
                // a scanner's edge is never quite sharp: the threshold wanders a little
                int threshold = 128 + dirt.nextInt(40) - 20;
                if (grey.getRaster().getSample(x, y, 0) < threshold
                        || headline.getRaster().getSample(x, y, 0) < threshold) {
                    page.setRGB(x, y, 0);
                }
            }
        }
        for (int i = 0; i < settings.specks(); i++) {
            page.setRGB(dirt.nextInt(DOTS), dirt.nextInt(page.getHeight()), 0);
        }
        return page;
    }

    private BufferedImage blank(int type) {
        int height = (int) Math.round(INCHES * settings.resolution().dpi());
        BufferedImage image = new BufferedImage(DOTS, height, type);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, DOTS, height);
        g.dispose();
        return image;
    }
}
