package org.caseward.normalisation.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Labels made ready to be looked for in text: compared without case, spaces and punctuation, and found again where a scan misread letters. */
public final class LabelIndex {
    /** Shorter labels must be written as they are. */
    public static final int FUZZY_FROM = 6;

    /** One misread letter in six: what a bad fax does, and less than the distance between different labels. */
    private static final double LETTERS_PER_ERROR = 6;

    static final LabelIndex EMPTY = new LabelIndex(List.of());

    private final Map<String, Boolean> phrases = new HashMap<>();
    private final List<List<Shape>> byLength = new ArrayList<>();
    private final int longest;

    /** A part of a label. */
    private record Piece(String text, int at) {
        /** Whether it stands in the text not further from its place than errors can have moved it. */
        boolean standsIn(String whole, int errors) {
            for (int place = Math.max(0, at - errors); place <= at + errors; place++) {
                if (whole.startsWith(text, place)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * A label with what it can be ruled out by, before it is compared letter by letter.
     *
     * @param letters which letters stand in it, a bit for each: an error changes two of them at most
     * @param pieces for each number of errors, the label cut into one piece more than that: one of them must stand unharmed
     */
    private record Shape(String label, long letters, List<List<Piece>> pieces) {
        static Shape of(String label) {
            List<List<Piece>> pieces = new ArrayList<>();
            for (int errors = 0; errors <= label.length() / LETTERS_PER_ERROR + 1; errors++) {
                pieces.add(cut(label, errors + 1));
            }
            return new Shape(label, LabelIndex.letters(label), pieces);
        }

        private static List<Piece> cut(String label, int many) {
            List<Piece> pieces = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int from = label.length() * i / many;
                pieces.add(new Piece(label.substring(from, label.length() * (i + 1) / many), from));
            }
            return pieces;
        }

        boolean mayBe(String text, long itsLetters, int errors) {
            if (Long.bitCount(letters ^ itsLetters) > 2 * errors) {
                return false;
            }
            if (errors >= pieces.size()) {
                return true;
            }
            for (Piece piece : pieces.get(errors)) {
                if (piece.standsIn(text, errors)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @param likeness 0 to 1; 1 where it is written as in the list */
    public record Near(String label, double likeness) {}

    public LabelIndex(Collection<String> texts) {
        texts.forEach(text -> phrases.merge(fold(text), text.strip().contains(" "), Boolean::logicalOr));
        phrases.remove("");
        longest = phrases.keySet().stream().mapToInt(String::length).max().orElse(0);
        for (int length = 0; length <= longest; length++) {
            int wanted = length;
            byLength.add(phrases.keySet().stream()
                    .filter(label -> label.length() == wanted && wanted >= FUZZY_FROM)
                    .sorted()
                    .map(Shape::of)
                    .toList());
        }
    }

    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** Whether the folded text is a label; the answer tells whether one of several words. */
    public Optional<Boolean> phrase(String folded) {
        return Optional.ofNullable(phrases.get(folded));
    }

    /** Whether a folded text of this length may still be a label, or begin one. */
    public boolean mayBeLabel(int length) {
        return length <= longest + longest / LETTERS_PER_ERROR + 1;
    }

    /** The label that the folded text most likely is, with its misread letters. */
    public Optional<Near> nearest(String folded) {
        int most = (int) (folded.length() / LETTERS_PER_ERROR);
        long letters = letters(folded);
        LevenshteinDistance distance = new LevenshteinDistance(most);
        Near best = null;
        int end = Math.min(longest, folded.length() + most);
        for (int length = folded.length() - most; length <= end; length++) {
            for (Shape shape : byLength.get(length)) {
                if (!shape.mayBe(folded, letters, most)) {
                    continue;
                }
                int errors = distance.apply(shape.label(), folded);
                double likeness = 1 - (double) errors / folded.length();
                if (errors >= 0 && (best == null || likeness > best.likeness())) {
                    best = new Near(shape.label(), likeness);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Labels as they are compared: without case, spaces and punctuation, look-alikes made one. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        String small = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            char c = small.charAt(i);
            switch (c) {
                case '#' -> folded.append("no");
                case '0' -> folded.append('o');
                case '1', 'i', '|', '!' -> folded.append('l');
                case '5', '$' -> folded.append('s');
                case '8' -> folded.append('b');
                default -> {
                    if (Character.isLetterOrDigit(c)) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }

    static Set<String> folded(Collection<String> labels) {
        return labels.stream().map(LabelIndex::fold).collect(Collectors.toUnmodifiableSet());
    }

    private static long letters(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1L << (text.charAt(i) & 63);
        }
        return letters;
    }
}
