package org.caseward.extraction;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** Draws pages of a fictional report as a fax machine would scan them. */
final class TypedPage {
    static final List<String> REPORT = List.of(
            "RIVERBEND OCCUPATIONAL CLINIC",
            "Work status report",
            "",
            "Patient name: Marisol Quillfeather",
            "Date of birth: 02/14/1980",
            "Claim number: WC-88-120934",
            "Date of injury: 01/02/2026",
            "Employer: City of Fairhaven, Streets Division",
            "Diagnosis: sprain of medial collateral ligament, left knee",
            "Work status: restricted duty from 11/02/2026 through 11/16/2026",
            "No lifting over twenty pounds. No kneeling or climbing ladders.",
            "Physical therapy twice a week for four weeks is requested.",
            "Next appointment: 11/16/2026 at nine in the morning.",
            "Provider: Orla Haverstock MD   Telephone 555-0142",
            "The patient was seen and examined today and may return to work",
            "with the restrictions that are listed above until the next visit.");

    private TypedPage() {}

    /** The report on a letter page, black on white, with that many dots per inch across and down. */
    static BufferedImage drawn(double dpiX, double dpiY) {
        return drawn(REPORT, dpiX, dpiY, 0);
    }

    static BufferedImage drawn(List<String> lines, double dpiX, double dpiY, double skewDegrees) {
        int width = (int) Math.round(8.5 * dpiX);
        int height = (int) Math.round(11 * dpiY);
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        pen.scale(dpiX / 72, dpiY / 72);
        pen.rotate(Math.toRadians(skewDegrees), 306, 396);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        int y = 80;
        for (String line : lines) {
            pen.fill(pen.getFont()
                    .createGlyphVector(pen.getFontRenderContext(), line)
                    .getOutline(72, y));
            y += 24;
        }
        pen.dispose();
        return page;
    }

    /** A sheet that was fed the wrong way: turned clockwise, its dots now lying the other way round. */
    static BufferedImage turned(BufferedImage page, int quarters) {
        BufferedImage result = page;
        for (int i = 0; i < quarters; i++) {
            BufferedImage next =
                    new BufferedImage(result.getHeight(), result.getWidth(), BufferedImage.TYPE_BYTE_BINARY);
            AffineTransform turn = AffineTransform.getTranslateInstance(result.getHeight(), 0);
            turn.rotate(Math.PI / 2);
            next.createGraphics().drawImage(result, turn, null);
            result = next;
        }
        return result;
    }

    /** Line noise: single dots and small clots, the same for the same seed. */
    static BufferedImage speckled(BufferedImage page, double share, long seed) {
        Random random = new Random(seed);
        long dots = (long) (share * page.getWidth() * page.getHeight());
        for (long i = 0; i < dots; i++) {
            int x = random.nextInt(page.getWidth() - 1);
            int y = random.nextInt(page.getHeight() - 1);
            page.setRGB(x, y, random.nextInt(4) == 0 ? 0xffffff : 0);
            if (random.nextInt(5) == 0) {
                page.setRGB(x + 1, y, 0);
            }
        }
        return page;
    }
}
