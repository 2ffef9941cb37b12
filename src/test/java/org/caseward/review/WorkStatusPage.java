package org.caseward.review;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.caseward.report.Box;

/** A work status report as a clinic might fax it, drawn by us (every name and number is made up), with the place of each value. */
final class WorkStatusPage {
    static final int WIDTH = 1275;
    static final int HEIGHT = 1650;
    private static final Color INK = new Color(28, 28, 34);
    private static final Font LABEL = new Font("Liberation Sans", Font.PLAIN, 19);
    private static final Font HEAD = new Font("Liberation Sans", Font.BOLD, 23);
    private static final Font TYPED = new Font("Liberation Mono", Font.PLAIN, 25);
    private static final Font WRITTEN = new Font("DejaVu Serif", Font.ITALIC, 27);

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    private final Graphics2D pen = image.createGraphics();
    private final Map<String, Box> boxes = new LinkedHashMap<>();

    private WorkStatusPage() {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(252, 252, 250));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(INK);
    }

    /** @param patient family and given name; the rest is the same on every form */
    static WorkStatusPage of(String family, String given, String birth, String claim) {
        WorkStatusPage page = new WorkStatusPage();
        page.letterhead();
        page.person(family, given, birth, claim);
        page.status();
        page.signature();
        page.dust();
        return page;
    }

    byte[] png() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Box box(String name) {
        Box box = boxes.get(name);
        if (box == null) {
            throw new IllegalArgumentException("Nothing on the page is called " + name);
        }
        return box;
    }

    private void letterhead() {
        text("NOV-18-2026 09:12   FROM LAKEVIEW OCC HEALTH   3125550142       P.01/01", TYPED.deriveFont(17f), 70, 48);
        text("Lakeview Occupational Health", new Font("Liberation Serif", Font.BOLD, 40), 90, 140);
        text("1200 Harbor Avenue, Suite 4 · Example City, IL 60601", LABEL, 92, 172);
        text("Phone 312-555-0140     Fax 312-555-0142", LABEL, 92, 198);
        pen.setStroke(new BasicStroke(3));
        pen.drawLine(88, 222, WIDTH - 88, 222);
        text("WORK STATUS REPORT", new Font("Liberation Sans", Font.BOLD, 36), 90, 280);
    }

    private void person(String family, String given, String birth, String claim) {
        head("1  Patient", 330);
        cell("patient.family", "Last name", family, 90, 350, 340, TYPED);
        cell("patient.given", "First name", given, 430, 350, 340, TYPED);
        cell("patient.birthDate", "Date of birth", birth, 770, 350, 417, TYPED);
        cell("claimNumber", "Claim / case no.", claim, 90, 430, 340, TYPED);
        cell("injuryDate", "Date of injury", "10/29/2026", 430, 430, 340, TYPED);
        cell("employer", "Employer", "Example City Police Dept.", 770, 430, 417, TYPED);
        head("2  Findings", 560);
        cell("bodyPart", "Body part", "LEFT KNEE", 90, 580, 340, TYPED);
        cell("diagnosis", "Diagnosis (ICD-10)", "S83.412A sprain of MCL", 430, 580, 757, WRITTEN);
        cell("serviceDate", "Date of visit", "11/17/2026", 90, 660, 340, TYPED);
        cell("followUpDate", "Next visit", "12/01/2026", 430, 660, 757, WRITTEN);
    }

    private void status() {
        head("3  Work status", 790);
        check("May return to full duty", 830, false);
        check("May return with the restrictions below", 876, false);
        check("Is unable to work (off work)", 922, true);
        boxes.put("workStatus", fraction(86, 895, 420, 40));
        cell("workStatus.from", "From", "11/17/2026", 640, 830, 260, WRITTEN);
        cell("workStatus.through", "Through", "12/01/2026", 900, 830, 287, WRITTEN);
        head("4  Why the injury prevents work", 990);
        frame(90, 1010, 1097, 150);
        boxes.put("tx-dwc-073.explanation", fraction(104, 1030, 1000, 100));
        text("Cannot bear weight or climb stairs; knee gives way. Cannot run,", WRITTEN, 110, 1060);
        text("kneel or get in and out of a squad car safely.", WRITTEN, 110, 1105);
        head("5  Restrictions when back at work", 1210);
        cell("restriction", "Lifting, walking, standing", "no prolonged standing > 2 h", 90, 1230, 1097, WRITTEN);
    }

    private void signature() {
        cell("provider.name", "Doctor (print)", "Dana Whitlock, MD", 90, 1360, 430, TYPED);
        cell("provider.npi", "NPI", "1234567893", 520, 1360, 250, TYPED);
        cell("signature.date", "Date signed", "11/17/2026", 770, 1360, 417, WRITTEN);
        frame(90, 1440, 680, 90);
        text("Signature", LABEL.deriveFont(15f), 100, 1460);
        pen.setStroke(new BasicStroke(3));
        pen.draw(new java.awt.geom.Path2D.Double() {
            {
                moveTo(130, 1505);
                curveTo(170, 1440, 200, 1440, 190, 1500);
                curveTo(185, 1530, 230, 1460, 260, 1490);
                curveTo(300, 1520, 310, 1450, 345, 1485);
                curveTo(390, 1525, 420, 1470, 520, 1492);
            }
        });
        boxes.put("signature.present", fraction(120, 1445, 420, 75));
        text("Form WS-1 (fictional)", LABEL.deriveFont(15f), 90, 1590);
    }

    private void cell(String name, String label, String value, int x, int y, int w, Font font) {
        frame(x, y, w, 80);
        text(label, LABEL.deriveFont(15f), x + 10, y + 21);
        Rectangle2D bounds = font.getStringBounds(value, pen.getFontRenderContext());
        text(value, font, x + 14, y + 60);
        boxes.put(name, fraction(x + 14, y + 36, (int) bounds.getWidth(), 32));
    }

    private void frame(int x, int y, int w, int h) {
        pen.setStroke(new BasicStroke(1.4f));
        pen.drawRect(x, y, w, h);
    }

    private void check(String label, int y, boolean on) {
        pen.setStroke(new BasicStroke(2));
        pen.drawRect(92, y - 20, 24, 24);
        if (on) {
            pen.setStroke(new BasicStroke(4));
            pen.drawLine(90, y - 22, 120, y + 6);
            pen.drawLine(120, y - 22, 90, y + 6);
        }
        text(label, LABEL.deriveFont(22f), 132, y);
    }

    private void head(String text, int y) {
        text(text, HEAD, 90, y);
    }

    private void text(String text, Font font, int x, int y) {
        pen.setFont(font);
        pen.drawString(text, x, y);
    }

    /** What a fax machine adds. */
    private void dust() {
        Random random = new Random(7);
        pen.setColor(new Color(120, 120, 120));
        for (int i = 0; i < 260; i++) {
            pen.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 1 + random.nextInt(2), 1);
        }
        pen.dispose();
    }

    private static Box fraction(int x, int y, int w, int h) {
        return new Box(x / (double) WIDTH, y / (double) HEIGHT, w / (double) WIDTH, h / (double) HEIGHT);
    }
}
