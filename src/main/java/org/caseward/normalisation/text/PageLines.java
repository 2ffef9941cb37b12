package org.caseward.normalisation.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caseward.extraction.Page;
import org.caseward.extraction.Word;
import org.caseward.report.Box;
import org.caseward.report.Evidence;

/** Puts the words of a page into lines by where they stand, whatever order they were read in. */
public final class PageLines {
    private static final int MOST_WORDS = 5000;

    private PageLines() {}

    public static List<Line> of(Page page) {
        List<Row> rows = new ArrayList<>();
        page.words().stream()
                .filter(word -> !word.text().isBlank())
                .limit(MOST_WORDS)
                .sorted(Comparator.comparingDouble(word -> middle(word.box())))
                .forEach(word -> place(word, rows));
        double aspect = page.height() <= 0 || page.width() <= 0 ? 1 : (double) page.width() / page.height();
        return rows.stream()
                .sorted(Comparator.comparingDouble(row -> row.top))
                .map(row -> row.line(page.number(), aspect))
                .toList();
    }

    private static double middle(Box box) {
        return box.y() + box.h() / 2;
    }

    /** Rows come top down, so a word can only belong to one of the last few. */
    private static void place(Word word, List<Row> rows) {
        for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - 4); i--) {
            if (rows.get(i).takes(word.box())) {
                rows.get(i).words.add(word);
                return;
            }
        }
        rows.add(new Row(word));
    }

    private static final class Row {
        private final List<Word> words = new ArrayList<>();
        private final double top;
        private final double bottom;

        Row(Word first) {
            words.add(first);
            top = first.box().y();
            bottom = top + first.box().h();
        }

        boolean takes(Box box) {
            double overlap = Math.min(bottom, box.y() + box.h()) - Math.max(top, box.y());
            return overlap > 0.4 * Math.min(bottom - top, box.h());
        }

        Line line(int page, double aspect) {
            words.sort(Comparator.comparingDouble(word -> word.box().x()));
            double height = words.stream()
                    .mapToDouble(word -> word.box().h())
                    .sorted()
                    .skip(words.size() / 2)
                    .findFirst()
                    .orElse(0.01);
            List<Token> tokens = new ArrayList<>();
            double right = Double.NaN;
            for (Word word : words) {
                double space = Double.isNaN(right) ? 0 : (word.box().x() - right) * aspect / Math.max(height, 1e-6);
                split(word, page, space, tokens);
                right = word.box().x() + word.box().w();
            }
            return new Line(tokens);
        }

        /** A word that holds a label's colon inside is two; the box is shared out by length. */
        private static void split(Word word, int page, double space, List<Token> tokens) {
            Box box = word.box();
            int length = Math.max(1, word.text().strip().length());
            double at = box.x();
            double gap = space;
            for (String spaced : word.text().strip().split("\\s+")) {
                for (String part : Line.parts(spaced)) {
                    double width = box.w() * part.length() / length;
                    tokens.add(new Token(
                            part,
                            gap,
                            word.confidence(),
                            new Evidence.OnPage(page, new Box(at, box.y(), width, box.h()))));
                    at += width;
                    gap = 0;
                }
            }
        }
    }
}
