package org.caseward.normalisation.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<Integer, List<Shape>> byLength = new TreeMap<>();
    private int longest;

    /** @param letters which letters stand in it, a bit for each: an error changes two of them at most */
    private record Shape(String label, long letters) {}

    /** @param likeness 0 to 1; 1 where it is written as in the list */
    public record Near(String label, double likeness) {}

    public LabelIndex(Collection<String> texts) {
        texts.forEach(text -> phrases.merge(fold(text), text.strip().contains(" "), Boolean::logicalOr));
        phrases.remove("");
        for (String label : phrases.keySet().stream().sorted().toList()) {
            longest = Math.max(longest, label.length());
            if (label.length() >= FUZZY_FROM) {
                byLength.computeIfAbsent(label.length(), any -> new ArrayList<>())
                        .add(new Shape(label, letters(label)));
            }
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
        for (int length = folded.length() - most; length <= folded.length() + most; length++) {
            for (Shape shape : byLength.getOrDefault(length, List.of())) {
                if (Long.bitCount(shape.letters() ^ letters) > 2 * most) {
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
