package org.caseward.normalisation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caseward.report.Box;
import org.caseward.report.Evidence;

/** A line of a page or of a message's text. */
public record Line(List<Token> tokens) {
    private static final Pattern WORD = Pattern.compile("(\\s*)(\\S+)");
    /** A colon ends its word, except between digits (10:30). */
    private static final Pattern AFTER_COLON = Pattern.compile("(?<=[^\\d\\s][:;])(?=\\S)|(?<=\\d[:;])(?=\\D)");

    private static final int LONGEST = 4000;

    public Line {
        tokens = List.copyOf(tokens);
    }

    /** A line of text from one place of a message; two spaces or a tab count as a column's gap. */
    public static Line of(String text, Evidence from) {
        List<Token> tokens = new ArrayList<>();
        Matcher words = WORD.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
        while (words.find()) {
            double gap = words.group(1).contains("\t") ? 4 : words.group(1).length() * 0.7;
            for (String part : parts(words.group(2))) {
                tokens.add(new Token(part, gap, 1, from));
                gap = 0;
            }
        }
        return new Line(tokens);
    }

    static List<String> parts(String word) {
        return word.indexOf(':') < 0 && word.indexOf(';') < 0
                ? List.of(word)
                : AFTER_COLON.splitAsStream(word).toList();
    }

    static String text(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }

    boolean onPage() {
        return !tokens.isEmpty() && tokens.getFirst().box().isPresent();
    }

    int page() {
        return tokens.getFirst().evidence() instanceof Evidence.OnPage place ? place.page() : 0;
    }

    /** Around all its words; only for lines on a page. */
    Box box() {
        return tokens.stream()
                .flatMap(token -> token.box().stream())
                .reduce(Box::around)
                .orElse(new Box(0, 0, 0, 0));
    }

    @Override
    public String toString() {
        return "Line of " + tokens.size();
    }
}
