package org.caseward.casefile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People's names, made comparable: capitals A to Z, no accents, no punctuation, Cyrillic and Greek written in Latin letters. */
public final class Names {
    private static final Map<String, String> SUFFIXES = Map.of(
            "JR", "JR", "JUNIOR", "JR", "SR", "SR", "SENIOR", "SR", "II", "II", "2ND", "II", "III", "III", "3RD", "III",
            "IV", "IV");
    private static final Set<String> PARTICLES =
            Set.of("DE", "DEL", "DER", "DEN", "DI", "DA", "DOS", "LA", "LE", "LOS", "VAN", "VON", "EL", "AL", "Y");
    /** Dropped inside a word: {@code O'Brien} and {@code OBrien} are one name. */
    private static final String INSIDE_A_WORD = "'’‘ʼ`´.";

    private Names() {}

    /** The whole name without spaces, hyphens or a suffix: {@code O'Brien-Smith Jr.} is {@code OBRIENSMITH}. */
    public static String compact(String name) {
        return String.join("", words(name));
    }

    /** The ways in which a family name is written on papers: whole, and each part of a double name. */
    public static Set<String> familyForms(String family) {
        List<String> words = words(family);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(String.join("", words));
        words.stream().filter(w -> w.length() > 2 && !PARTICLES.contains(w)).forEach(forms::add);
        forms.remove("");
        return forms;
    }

    /** The first given name: {@code Mary Ann} is {@code MARY}. */
    public static String firstGiven(String given) {
        List<String> words = words(given);
        return words.isEmpty() ? "" : words.getFirst();
    }

    /** {@code JR}, {@code SR}, {@code II} … out of a suffix, or out of a family name that carries one. */
    public static Optional<String> suffix(String text) {
        return split(text).stream()
                .map(SUFFIXES::get)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** The name's words without suffixes; who is called {@code Junior} and nothing else keeps the name. */
    private static List<String> words(String name) {
        List<String> all = split(name);
        List<String> kept = new ArrayList<>(all.size());
        for (String word : all) {
            String letters = SUFFIXES.containsKey(word) ? "" : lettersOnly(word);
            if (!letters.isEmpty()) {
                kept.add(letters);
            }
        }
        return kept.isEmpty() && all.size() == 1 && !lettersOnly(all.getFirst()).isEmpty()
                ? List.of(lettersOnly(all.getFirst()))
                : kept;
    }

    private static List<String> split(String name) {
        String plain = Latin.capitals(name);
        List<String> words = new ArrayList<>(3);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                word.append(c);
            } else if (INSIDE_A_WORD.indexOf(c) < 0 && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static String lettersOnly(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) <= '9') {
                return word.replaceAll("[0-9]+", "");
            }
        }
        return word;
    }
}
