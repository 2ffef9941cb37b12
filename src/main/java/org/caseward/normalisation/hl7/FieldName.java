package org.caseward.normalisation.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field's name with places in it, {@code identifier.{.5}.{.4}}: the text that stands there becomes part of the name, and must stay a plain word, whatever the sender wrote. */
record FieldName(String before, List<Hl7Path> places) {
    private static final Pattern BRACES = Pattern.compile("\\.?\\{([^{}]*)\\}");
    private static final int LONGEST_WORD = 20;
    /** A mapping has a handful of names; the bound only ends a surprise. */
    private static final int MOST_KEPT = 1_000;

    private static final Map<String, FieldName> KEPT = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException where a place in braces is no relative path */
    static FieldName of(String name) {
        FieldName kept = KEPT.get(name);
        if (kept != null) {
            return kept;
        }
        FieldName parsed = parse(name);
        if (KEPT.size() < MOST_KEPT) {
            KEPT.put(name, parsed);
        }
        return parsed;
    }

    private static FieldName parse(String name) {
        Matcher braces = BRACES.matcher(name);
        List<Hl7Path> places = new ArrayList<>();
        String before = name;
        while (braces.find()) {
            before = places.isEmpty() ? name.substring(0, braces.start()) : before;
            places.add(Hl7Path.parse(braces.group(1), true));
        }
        return new FieldName(before, List.copyOf(places));
    }

    /** A place that is empty is left out; where all are, it is {@code other}. */
    String seenFrom(Spot spot) {
        if (places.isEmpty()) {
            return before;
        }
        List<String> words = places.stream()
                .map(place ->
                        place.in(spot).stream().map(Spot::text).findFirst().orElse(""))
                .map(FieldName::word)
                .filter(word -> !word.isEmpty())
                .toList();
        return before + "." + (words.isEmpty() ? "other" : String.join(".", words));
    }

    private static String word(String text) {
        String word = text.replaceAll("[^A-Za-z0-9_-]", "");
        return word.substring(0, Math.min(word.length(), LONGEST_WORD));
    }
}
