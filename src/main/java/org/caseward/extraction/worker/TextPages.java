package org.caseward.extraction.worker;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.caseward.extraction.Word;
import org.caseward.extraction.worker.PageImage.Pile;
import org.caseward.report.Box;

/** Draws plain text on letter pages, so that a person sees it and values have their places as in any other document. */
final class TextPages {
    private static final int DPI = 100;
    private static final int WIDTH = 850;
    private static final int HEIGHT = 1100;
    private static final int MARGIN = 60;
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Font FONT = new Font(Font.MONOSPACED, Font.PLAIN, 15);

    int read(Request request, Consumer<Reply> out) throws Unreadable, IOException {
        BufferedImage sheet = blank();
        FontMetrics metrics = sheet.getGraphics().getFontMetrics(FONT);
        List<String> lines = wrapped(
                new String(request.content(), StandardCharsets.UTF_8), (WIDTH - 2 * MARGIN) / metrics.charWidth('m'));
        int perPage = (HEIGHT - 2 * MARGIN) / metrics.getHeight();
        int pages = Math.max(1, (lines.size() + perPage - 1) / perPage);
        PageByPage.read(
                pages,
                request,
                (number, to) -> {
                    int from = (number - 1) * perPage;
                    to.accept(page(number, lines.subList(from, Math.min(lines.size(), from + perPage)), metrics));
                },
                out);
        return pages;
    }

    private static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String line : text.replace("\uFEFF", "").replace("\t", "    ").split("\\R|\f", -1)) {
            String rest = line;
            while (rest.length() > columns) {
                int space = rest.lastIndexOf(' ', columns);
                int end = space > 0 ? space : columns;
                lines.add(rest.substring(0, end));
                rest = rest.substring(end).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }

    private static Reply page(int number, List<String> lines, FontMetrics metrics) {
        BufferedImage sheet = blank();
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        pen.setFont(FONT);
        List<Word> words = new ArrayList<>();
        int top = MARGIN;
        for (String line : lines) {
            pen.drawString(line, MARGIN, top + metrics.getAscent());
            for (MatchResult word : WORD.matcher(line).results().toList()) {
                words.add(new Word(word.group(), box(line, word, top, metrics), 1));
            }
            top += metrics.getHeight();
        }
        pen.dispose();
        try (Pile pile = new Pile()) {
            byte[] png = PageImage.of(sheet, DPI, DPI, pile).png();
            return new Reply.PageRead(number, WIDTH, HEIGHT, 0, "text-layer", png, words);
        }
    }

    private static Box box(String line, MatchResult word, int top, FontMetrics metrics) {
        double left = MARGIN + metrics.stringWidth(line.substring(0, word.start()));
        return new Box(
                left / WIDTH,
                (double) top / HEIGHT,
                (double) metrics.stringWidth(word.group()) / WIDTH,
                (double) metrics.getHeight() / HEIGHT);
    }

    private static BufferedImage blank() {
        BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return sheet;
    }
}
