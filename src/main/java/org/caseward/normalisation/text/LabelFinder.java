package org.caseward.normalisation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caseward.normalisation.mapping.LabelIndex;

/** Finds labels in lines, tolerant of punctuation, case and the misreadings of a scan. */
public final class LabelFinder {
    private static final int LONGEST_LABEL = 9;
    private static final double COLUMN = 3;
    private static final Pattern ENDS_SOMETHING = Pattern.compile(".*[.,;:|\\])]|\\(?\\d{1,2}[a-z]?[.)]?|\\W+");
    private static final Pattern NUMBERING = Pattern.compile("\\(?(?:\\d{1,2}[a-z]?|[a-z])[.)]");

    private final LabelIndex labels;

    public LabelFinder(LabelIndex labels) {
        this.labels = labels;
    }

    /** The hits of one line, from left to right, never overlapping. */
    public List<Hit> find(Line line) {
        List<Hit> hits = new ArrayList<>();
        String[] folded = line.tokens().stream()
                .map(token -> LabelIndex.fold(token.text()))
                .toArray(String[]::new);
        int at = 0;
        while (at < line.tokens().size()) {
            Optional<Hit> hit = bestFrom(line.tokens(), folded, at).filter(found -> !isValueOfLast(found, hits, line));
            hit.ifPresent(hits::add);
            at = hit.map(Hit::to).orElse(at + 1);
        }
        return hits;
    }

    /** Where the next word begins a likelier label, the first word belongs to what stands before. */
    private Optional<Hit> bestFrom(List<Token> tokens, String[] words, int at) {
        Optional<Hit> best = hitAt(tokens, words, at);
        for (int next = at + 1;
                best.isPresent()
                        && best.get().likeness() < 1
                        && next < best.get().to();
                next++) {
            double beaten = best.get().likeness();
            Optional<Hit> later = hitAt(tokens, words, next).filter(hit -> hit.likeness() > beaten);
            best = later.isPresent() ? later : best;
        }
        return best;
    }

    /** "Work status: off work from …": right behind a colon stands a value, even if it reads like a label. */
    private static boolean isValueOfLast(Hit hit, List<Hit> hits, Line line) {
        return !hits.isEmpty()
                && hits.getLast().colon()
                && hits.getLast().to() == hit.from()
                && !hit.colon()
                && line.tokens().get(hit.from()).gap() < COLUMN;
    }

    private Optional<Hit> hitAt(List<Token> tokens, String[] words, int from) {
        if (!tokens.get(from).hasLetterOrDigit()) {
            return Optional.empty();
        }
        StringBuilder folded = new StringBuilder();
        boolean starts = starts(tokens, from);
        Optional<Hit> best = Optional.empty();
        for (int to = from + 1; to <= Math.min(tokens.size(), from + LONGEST_LABEL); to++) {
            if (to - 1 > from && tokens.get(to - 1).gap() > COLUMN) {
                break;
            }
            folded.append(words[to - 1]);
            if (!labels.mayBeLabel(folded.length())) {
                break;
            }
            Optional<Hit> hit = match(folded.toString(), tokens, from, to, starts);
            if (hit.isPresent()
                    && (best.isEmpty() || hit.get().likeness() >= best.get().likeness())) {
                best = hit;
            }
            if (tokens.get(to - 1).endsLabel()) {
                break;
            }
        }
        return best.map(hit -> withNumbering(withLooseColon(hit, tokens), tokens));
    }

    private Optional<Hit> match(String folded, List<Token> tokens, int from, int to, boolean starts) {
        boolean colon = tokens.get(to - 1).endsLabel()
                || (to < tokens.size() && tokens.get(to).isColon());
        Optional<Boolean> phrase = labels.phrase(folded).filter(several -> colon || starts || several);
        if (phrase.isPresent()) {
            return Optional.of(new Hit(folded, from, to, 1, colon, starts || colon, phrase.get()));
        }
        boolean mayBeMisread = folded.length() >= LabelIndex.FUZZY_FROM && (colon || (starts && to - from > 1));
        return mayBeMisread
                ? labels.nearest(folded)
                        .map(near -> new Hit(near.label(), from, to, near.likeness(), colon, true, to - from > 1))
                : Optional.empty();
    }

    /** A label starts a line or a column, follows the end of something, or a form's numbering. */
    private static boolean starts(List<Token> tokens, int at) {
        if (at == 0 || tokens.get(at).gap() >= Token.WIDE) {
            return true;
        }
        String before = tokens.get(at - 1).text();
        return !isPlainWord(before) && ENDS_SOMETHING.matcher(before).matches();
    }

    /** Begins with a letter and ends with a letter or digit: most words do, and none of them ends anything. */
    private static boolean isPlainWord(String word) {
        char first = word.charAt(0);
        char last = word.charAt(word.length() - 1);
        return isLetter(first) && (isLetter(last) || (last >= '0' && last <= '9'));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** A form's numbering before a label ("13. Work status") belongs to it, so that its column starts there. */
    private static Hit withNumbering(Hit hit, List<Token> tokens) {
        int before = hit.from() - 1;
        boolean numbered = before >= 0
                && !isPlainWord(tokens.get(before).text())
                && NUMBERING.matcher(tokens.get(before).text()).matches()
                && (before == 0 || tokens.get(before).gap() >= Token.WIDE);
        return numbered ? hit.since(before) : hit;
    }

    /** A colon that stands by itself belongs to the label. */
    private static Hit withLooseColon(Hit hit, List<Token> tokens) {
        boolean next = hit.to() < tokens.size() && tokens.get(hit.to()).isColon();
        return next ? hit.until(hit.to() + 1) : hit;
    }
}
