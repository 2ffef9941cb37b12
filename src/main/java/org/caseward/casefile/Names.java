package org.caseward.casefile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** People's names, made comparable: capitals A to Z, no accents, no punctuation. */
public final class Names {
    private static final Map<String, String> SUFFIXES = Map.of(
            "JR", "JR", "JUNIOR", "JR", "SR", "SR", "SENIOR", "SR", "II", "II", "2ND", "II", "III", "III", "3RD", "III",
            "IV", "IV");
    private static final Set<String> PARTICLES =
            Set.of("DE", "DEL", "DER", "DEN", "DI", "DA", "DOS", "LA", "LE", "LOS", "VAN", "VON", "EL", "AL", "Y");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern INSIDE_A_WORD = Pattern.compile("['’`.]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

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
        return Arrays.stream(split(text))
                .map(SUFFIXES::get)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private static List<String> words(String name) {
        return Arrays.stream(split(name))
                .filter(w -> !w.isEmpty() && !SUFFIXES.containsKey(w))
                .map(w -> DIGITS.matcher(w).replaceAll(""))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    private static String[] split(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String capitals = plain.toUpperCase(Locale.ROOT);
        return BETWEEN_WORDS.split(INSIDE_A_WORD.matcher(capitals).replaceAll(""));
    }
}
