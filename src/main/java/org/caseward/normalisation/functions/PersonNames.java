package org.caseward.normalisation.functions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A whole name taken apart: {@code Doe, Jane Q}, {@code Jane Q. Doe Jr.}, {@code DOE JR, JANE}, {@code Dr. Maria Lopez, MD}.
 */
record PersonNames(String family, String given, String middle, String suffix) {
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "junior", "senior");
    private static final Set<String> TITLES =
            Set.of("dr", "mr", "mrs", "ms", "miss", "prof", "doctor", "officer", "ofc", "sgt", "lt", "det", "capt");
    private static final Set<String> DEGREES = Set.of(
            "md", "do", "dc", "pa", "pac", "np", "fnp", "rn", "phd", "dpm", "pt", "dpt", "aprn", "esq", "facs", "psyd",
            "od", "dds", "ot");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "la", "del", "di", "da", "st", "mac", "bin", "al", "el", "dos", "le");

    static Result part(String text, String part) {
        return of(text).map(name -> Result.meant(name.named(part), 1)).orElse(Result.NOTHING);
    }

    /** The name in reading order without titles and degrees, as {@code Maria Lopez}. */
    static Result plain(String text) {
        return of(text).map(name -> String.join(" ", name.given, name.middle, name.family, name.suffix))
                .map(joined -> Result.meant(joined.replaceAll("\\s+", " ").strip(), 1))
                .orElse(Result.NOTHING);
    }

    private String named(String part) {
        return switch (part) {
            case "family" -> family;
            case "given" -> given;
            case "middle" -> middle;
            default -> suffix;
        };
    }

    private static Optional<PersonNames> of(String text) {
        String letters = text.replaceAll("\\(.*?\\)", " ").replaceAll("[^\\p{L}\\p{M}'’,\\- .]", " ");
        List<List<String>> groups = Arrays.stream(letters.split(",", -1))
                .map(PersonNames::words)
                .filter(words -> !words.isEmpty())
                .limit(4)
                .toList();
        return groups.isEmpty() ? Optional.empty() : Optional.of(assembled(groups));
    }

    private static List<String> words(String group) {
        List<String> words = new ArrayList<>();
        for (String word : group.strip().split("[\\s.]+")) {
            String bare = word.replaceAll("^['’-]+|['’-]+$", "");
            if (!bare.isEmpty() && !TITLES.contains(key(bare)) && !isDegree(bare)) {
                words.add(bare);
            }
        }
        return words;
    }

    private static boolean isDegree(String word) {
        return DEGREES.contains(key(word)) && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "");
    }

    private static PersonNames assembled(List<List<String>> groups) {
        String suffix = "";
        List<List<String>> rest = new ArrayList<>();
        for (List<String> group : groups) {
            List<String> kept = new ArrayList<>(group);
            for (int i = kept.size() - 1; i >= 0 && (kept.size() > 1 || !rest.isEmpty()); i--) {
                if (SUFFIXES.contains(key(kept.get(i)))) {
                    suffix = kept.remove(i);
                }
            }
            if (!kept.isEmpty()) {
                rest.add(kept);
            }
        }
        return rest.size() > 1 ? familyFirst(rest, suffix) : familyLast(rest.getFirst(), suffix);
    }

    private static PersonNames familyFirst(List<List<String>> groups, String suffix) {
        List<String> given = groups.get(1);
        return new PersonNames(
                String.join(" ", groups.getFirst()),
                given.getFirst(),
                String.join(" ", given.subList(1, given.size())),
                suffix);
    }

    private static PersonNames familyLast(List<String> words, String suffix) {
        if (words.size() == 1) {
            return new PersonNames(words.getFirst(), "", "", suffix);
        }
        int family = words.size() - 1;
        while (family > 1 && PARTICLES.contains(key(words.get(family - 1)))) {
            family--;
        }
        return new PersonNames(
                String.join(" ", words.subList(family, words.size())),
                words.getFirst(),
                String.join(" ", words.subList(1, family)),
                suffix);
    }
}
