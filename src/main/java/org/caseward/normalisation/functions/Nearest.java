package org.caseward.normalisation.functions;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant who misspelt a word. */
public final class Nearest {
    private static final int MOST_WRONG = 3;

    private Nearest() {}

    /** {@code "; did you mean 'patient.family'?"}, or nothing where no word is near. */
    public static String hint(String word, Collection<String> words) {
        return nearest(word, words)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    private static Optional<String> nearest(String word, Collection<String> words) {
        String small = word.toLowerCase(Locale.ROOT);
        int bound = Math.min(MOST_WRONG, Math.max(1, word.length() / 3));
        LevenshteinDistance distance = new LevenshteinDistance(bound);
        Optional<String> begun = words.stream()
                .filter(other ->
                        small.length() >= 3 && other.toLowerCase(Locale.ROOT).startsWith(small))
                .min(Comparator.comparingInt(String::length));
        if (begun.isPresent()) {
            return begun;
        }
        return words.stream()
                .filter(other -> distance.apply(small, other.toLowerCase(Locale.ROOT)) >= 0)
                .min(Comparator.comparingInt((String other) -> distance.apply(small, other.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
