package org.caseward.demo.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A letter-size page to draw on, in points from the top left corner. It carries its own font, so that the page is the
 * same on a machine that has none.
 */
final class Sheet implements AutoCloseable {
    static final float WIDTH = PDRectangle.LETTER.getWidth();
    static final float HEIGHT = PDRectangle.LETTER.getHeight();
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final PDPageContentStream ink;

    Sheet() {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            // the file's identifier would otherwise be made of the time, and the same form have other bytes each time
            document.setDocumentId(1L);
            font = PDType0Font.load(document, Objects.requireNonNull(in, FONT));
            PDPage page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            ink = new PDPageContentStream(document, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Stroke {
        void draw() throws IOException;
    }

    private Sheet with(Stroke stroke) {
        try {
            stroke.draw();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text with its baseline at {@code y}. */
    Sheet text(float x, float y, float size, String text) {
        return with(() -> write(x, y, size, text, 0));
    }

    Sheet bold(float x, float y, float size, String text) {
        return with(() -> write(x, y, size, text, size / 32));
    }

    Sheet centred(float y, float size, String text) {
        return bold((WIDTH - width(text, size)) / 2, y, size, text);
    }

    float width(String text, float size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(float x, float y, float size, String text, float weight) throws IOException {
        ink.beginText();
        ink.setFont(font, size);
        ink.setRenderingMode(weight > 0 ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        ink.setLineWidth(weight);
        ink.newLineAtOffset(x, HEIGHT - y);
        ink.showText(text);
        ink.endText();
    }

    Sheet line(float x1, float y1, float x2, float y2, float weight) {
        return with(() -> {
            ink.setLineWidth(weight);
            ink.moveTo(x1, HEIGHT - y1);
            ink.lineTo(x2, HEIGHT - y2);
            ink.stroke();
        });
    }

    Sheet box(float x, float y, float width, float height, float weight) {
        return with(() -> {
            ink.setLineWidth(weight);
            ink.addRect(x, HEIGHT - y - height, width, height);
            ink.stroke();
        });
    }

    Sheet bar(float x, float y, float width, float height) {
        return with(() -> {
            ink.addRect(x, HEIGHT - y - height, width, height);
            ink.fill();
        });
    }

    /** Something like a signature, always the same for the same seed. */
    Sheet squiggle(float x, float y, float width, long seed) {
        Random hand = new Random(seed);
        return with(() -> {
            ink.setLineWidth(1.1f);
            float base = HEIGHT - y;
            ink.moveTo(x, base);
            float at = x;
            for (int i = 0; i < 9; i++) {
                // the first stroke is the tall one, the last trails off
                float rise = (i == 0 ? 20 : 3 + hand.nextFloat() * (i % 4 == 3 ? 18 : 8));
                float fall = 1 + hand.nextFloat() * 7;
                float step = width / 9 * (.6f + hand.nextFloat() * .8f);
                ink.curveTo(at - 3, base + rise, at + step * 1.3f, base + rise * .8f, at + step * .5f, base - fall);
                ink.curveTo(at + step * .6f, base - fall, at + step, base, at + step, base + 3);
                at += step;
            }
            ink.curveTo(at + 10, base + 6, at + 20, base - 4, at + 34, base + 2);
            ink.stroke();
        });
    }

    byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        with(() -> {
            ink.close();
            document.save(bytes);
        });
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        with(document::close);
    }
}
