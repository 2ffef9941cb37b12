package org.caseward.extraction.worker;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.caseward.extraction.Word;
import org.caseward.report.Box;

/**
 * The words of a page's text layer, with boxes on the page as it is drawn upright.
 *
 * @param rotated degrees clockwise by which the drawn page must be turned so that most of its text stands upright
 */
record PageText(List<Word> words, int rotated) {
    /** A "word" longer than this is no word of a person. */
    private static final int LONGEST = 200;

    static PageText of(PDDocument pdf, int number) throws IOException {
        Collector collector = new Collector(pdf.getPage(number - 1));
        collector.setSortByPosition(true);
        collector.setStartPage(number);
        collector.setEndPage(number);
        collector.writeText(pdf, Writer.nullWriter());
        int rotated = (360 - collector.mainDirection()) % 360;
        return new PageText(
                collector.words.stream()
                        .map(word -> new Word(word.text(), turned(word.box(), rotated), 1))
                        .toList(),
                rotated);
    }

    private static Box turned(Box box, int degrees) {
        return switch (degrees) {
            case 90 -> new Box(1 - box.y() - box.h(), box.x(), box.h(), box.w());
            case 180 -> new Box(1 - box.x() - box.w(), 1 - box.y() - box.h(), box.w(), box.h());
            case 270 -> new Box(box.y(), 1 - box.x() - box.w(), box.h(), box.w());
            default -> box;
        };
    }

    private static final class Collector extends PDFTextStripper {
        private final List<Word> words = new ArrayList<>();
        private final int[] directions = new int[4];
        private final PDRectangle shown;
        private final int pageRotation;

        Collector(PDPage page) {
            this.shown = page.getCropBox();
            this.pageRotation = Math.floorMod(page.getRotation(), 360);
        }

        /** Degrees clockwise in which most letters run on the page as drawn: 0, 90, 180 or 270. */
        int mainDirection() {
            int best = 0;
            for (int each = 1; each < 4; each++) {
                best = directions[each] > directions[best] ? each : best;
            }
            return best * 90;
        }

        @Override
        protected void writeString(String text, List<TextPosition> letters) {
            StringBuilder word = new StringBuilder();
            List<TextPosition> of = new ArrayList<>();
            for (TextPosition letter : letters) {
                if (letter.getUnicode() == null || letter.getUnicode().isBlank()) {
                    finish(word, of);
                } else {
                    word.append(letter.getUnicode());
                    of.add(letter);
                }
            }
            finish(word, of);
        }

        private void finish(StringBuilder word, List<TextPosition> letters) {
            if (!letters.isEmpty() && word.length() <= LONGEST) {
                letters.forEach(this::countDirection);
                Box box = letters.stream().map(this::box).reduce(Box::around).orElseThrow();
                words.add(new Word(word.toString(), box, 1));
            }
            word.setLength(0);
            letters.clear();
        }

        /** PDF's angles run anticlockwise; a page's own /Rotate turns what is drawn clockwise. */
        private void countDirection(TextPosition letter) {
            Matrix matrix = letter.getTextMatrix();
            double anticlockwise = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
            int clockwise = Math.floorMod(Math.round(-anticlockwise / 90) * 90 + pageRotation, 360);
            directions[clockwise / 90]++;
        }

        private Box box(TextPosition letter) {
            Matrix matrix = letter.getTextMatrix();
            double length = Math.hypot(matrix.getScaleX(), matrix.getShearY());
            double alongX = length == 0 ? 1 : matrix.getScaleX() / length;
            double alongY = length == 0 ? 0 : matrix.getShearY() / length;
            double x = matrix.getTranslateX();
            double y = matrix.getTranslateY();
            double width = letter.getWidthDirAdj();
            // a font's letters reach about three quarters of its size above the line and a fifth below
            double size = Math.hypot(matrix.getShearX(), matrix.getScaleY());
            double above = 0.75 * size;
            double below = 0.2 * size;
            Point2D one = drawn(x + alongY * below, y - alongX * below);
            Point2D other = drawn(x + alongX * width - alongY * above, y + alongY * width + alongX * above);
            double left = Math.min(one.getX(), other.getX());
            double top = Math.min(one.getY(), other.getY());
            return new Box(left, top, Math.abs(one.getX() - other.getX()), Math.abs(one.getY() - other.getY()));
        }

        /** From PDF space (up, points) to fractions of the page as drawn (down). */
        private Point2D drawn(double x, double y) {
            double across = (x - shown.getLowerLeftX()) / shown.getWidth();
            double down = 1 - (y - shown.getLowerLeftY()) / shown.getHeight();
            return switch (pageRotation) {
                case 90 -> new Point2D.Double(1 - down, across);
                case 180 -> new Point2D.Double(1 - across, 1 - down);
                case 270 -> new Point2D.Double(down, 1 - across);
                default -> new Point2D.Double(across, down);
            };
        }
    }
}
