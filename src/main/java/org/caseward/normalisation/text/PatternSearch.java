package org.caseward.normalisation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caseward.normalisation.functions.Bounded;
import org.caseward.normalisation.mapping.Rule;

/** Searches the whole text by regular expressions and finds the words again that a match covers. */
final class PatternSearch {
    private static final String VALUE = "value";
    private static final int MOST_MATCHES = 10;
    private static final int LONGEST = 40_000;

    private final StringBuilder whole = new StringBuilder();
    private final List<Placed> placed = new ArrayList<>();

    private record Placed(int from, int to, Token token) {}

    PatternSearch(LabelledText text) {
        for (int i = 0; i < text.size() && whole.length() < LONGEST; i++) {
            for (Token token : text.line(i).tokens()) {
                placed.add(
                        new Placed(whole.length(), whole.length() + token.text().length(), token));
                whole.append(token.text()).append(' ');
            }
            whole.setCharAt(whole.length() - 1, '\n');
        }
    }

    /** The words of each value that the rule's patterns find. */
    Stream<List<Token>> find(Rule rule) {
        return rule.patterns().stream().flatMap(pattern -> find(pattern).stream());
    }

    private List<List<Token>> find(Pattern pattern) {
        List<List<Token>> values = new ArrayList<>();
        try {
            Matcher matcher = pattern.matcher(Bounded.of(whole.toString()));
            while (values.size() < MOST_MATCHES && matcher.find()) {
                List<Token> value = tokens(matcher);
                if (!value.isEmpty()) {
                    values.add(value);
                }
            }
        } catch (Bounded.LookedTooOften tooOften) {
            return values;
        }
        return values;
    }

    private List<Token> tokens(Matcher matcher) {
        int from = matcher.start();
        int to = matcher.end();
        if (matcher.namedGroups().containsKey(VALUE)) {
            from = matcher.start(VALUE);
            to = matcher.end(VALUE);
        } else if (matcher.groupCount() > 0) {
            from = matcher.start(1);
            to = matcher.end(1);
        }
        int first = from;
        int last = to;
        return placed.stream()
                .filter(word -> word.from() < last && word.to() > first)
                .map(Placed::token)
                .toList();
    }
}
