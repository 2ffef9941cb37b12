package org.caseward.normalisation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseward.report.Box;

/** Lines with the labels found in them, and the values that belong to a label: right of it, or below. */
final class LabelledText {
    private static final double COLUMN_ENDS = 6;
    private static final double LINES_BELOW = 2.6;
    private static final String BOXES = "[(☐☒☑✓✔□■$*";
    private static final int MOST_CONTINUATIONS = 5;

    private final List<Line> lines;
    private final List<List<Hit>> hits;

    LabelledText(List<Line> lines, LabelFinder finder) {
        this.lines = lines.stream().filter(line -> !line.tokens().isEmpty()).toList();
        this.hits = this.lines.stream().map(finder::find).toList();
    }

    int size() {
        return lines.size();
    }

    List<Hit> hits(int line) {
        return hits.get(line);
    }

    Line line(int line) {
        return lines.get(line);
    }

    /** What stands right of the label up to the next label; {@code whole} looks past wide gaps (a row of check boxes). */
    List<Token> right(int line, Hit hit, boolean whole) {
        List<Token> tokens = lines.get(line).tokens();
        int end = nextLabel(line, hit).map(Hit::from).orElse(tokens.size());
        List<Token> value = new ArrayList<>();
        for (Token token : tokens.subList(hit.to(), end)) {
            if (!value.isEmpty() && !whole && token.gap() > COLUMN_ENDS) {
                break;
            }
            if (!value.isEmpty() || opensValue(token)) {
                value.add(token);
            }
        }
        return value;
    }

    /** What stands under the label, in its column; empty where another label comes first. */
    List<Token> below(int line, Hit hit) {
        if (line + 1 >= lines.size() || !near(line, line + 1)) {
            return List.of();
        }
        if (!lines.get(line).onPage()) {
            boolean free = hits.get(line + 1).isEmpty()
                    && hit.to() == lines.get(line).tokens().size();
            return free ? lines.get(line + 1).tokens() : List.of();
        }
        return inColumn(line, hit);
    }

    /** Following lines without a label that go on under the value. */
    List<Token> continuation(int line) {
        List<Token> more = new ArrayList<>();
        int at = line + 1;
        while (at < lines.size()
                && at - line <= MOST_CONTINUATIONS
                && goesOn(at - 1, at)
                && hits.get(at).isEmpty()) {
            more.addAll(lines.get(at).tokens());
            at++;
        }
        return more;
    }

    private List<Token> inColumn(int line, Hit hit) {
        List<Token> own = lines.get(line).tokens();
        double left = x(own.get(hit.from())) - 0.02;
        double right = nextLabel(line, hit)
                .map(next -> x(own.get(next.from())) - 0.005)
                .orElse(1.0);
        List<Token> under = lines.get(line + 1).tokens();
        boolean labelled = hits.get(line + 1).stream()
                .anyMatch(other ->
                        other.placed() && x(under.get(other.from())) < right && x(under.get(other.to() - 1)) > left);
        return labelled ? List.of() : cell(under, left, right);
    }

    /** The words of the first cell that starts between left and right: cells are parted by wide gaps. */
    private static List<Token> cell(List<Token> tokens, double left, double right) {
        List<Token> cell = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean starts = i == 0 || tokens.get(i).gap() >= Token.WIDE;
            if (starts && !cell.isEmpty()) {
                return cell;
            }
            boolean within = x(tokens.get(i)) >= left && x(tokens.get(i)) < right;
            if (!cell.isEmpty() || (starts && within)) {
                cell.add(tokens.get(i));
            }
        }
        return cell;
    }

    private Optional<Hit> nextLabel(int line, Hit hit) {
        return hits.get(line).stream().filter(other -> other.from() >= hit.to()).findFirst();
    }

    /** In a message a value ends with the place it stands in. */
    private boolean goesOn(int upper, int lower) {
        return lines.get(upper).onPage()
                ? near(upper, lower)
                : lines.get(upper)
                        .tokens()
                        .getFirst()
                        .evidence()
                        .equals(lines.get(lower).tokens().getFirst().evidence());
    }

    /** On a page: of the same page and not far under it. */
    private boolean near(int upper, int lower) {
        if (!lines.get(upper).onPage()) {
            return true;
        }
        Box above = lines.get(upper).box();
        Box under = lines.get(lower).box();
        return lines.get(upper).page() == lines.get(lower).page()
                && under.y() - above.y() < LINES_BELOW * Math.max(above.h(), under.h());
    }

    private static boolean opensValue(Token token) {
        return token.hasLetterOrDigit() || token.text().chars().anyMatch(c -> BOXES.indexOf(c) >= 0);
    }

    private static double x(Token token) {
        return token.box().map(Box::x).orElse(0.0);
    }
}
