package org.caseward.bench.population;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What is mistaken for what: by ear and by a reading machine. Texts are compared in lower case.
 *
 * @param sounds replacements that sound alike
 * @param shapes replacements that look alike, both ways
 */
record Confusions(List<Swap> sounds, Map<Character, List<Swap>> shapes) {
    /** @param where {@code START}, {@code END}, {@code MIDDLE} or {@code ALL} */
    record Swap(String where, String from, String to) {
        boolean fits(String text, int at) {
            return text.startsWith(from, at)
                    && switch (where) {
                        case "START" -> at == 0;
                        case "END" -> at + from.length() == text.length();
                        case "MIDDLE" -> at > 0 && at + from.length() < text.length();
                        default -> true;
                    };
        }
    }

    /** @param looksLike pairs, each read either way */
    static Confusions of(List<Swap> sounds, List<String[]> looksLike) {
        Map<Character, List<Swap>> shapes = new HashMap<>();
        for (String[] pair : looksLike) {
            add(shapes, pair[0], pair[1]);
            add(shapes, pair[1], pair[0]);
        }
        return new Confusions(List.copyOf(sounds), shapes);
    }

    private static void add(Map<Character, List<Swap>> shapes, String from, String to) {
        shapes.computeIfAbsent(from.charAt(0), c -> new ArrayList<>()).add(new Swap("ALL", from, to));
    }

    /** The text as somebody writes it who only heard it; itself where nothing in it sounds like something else. */
    String misheard(String text, RandomGenerator random) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        int first = random.nextInt(sounds.size());
        for (int i = 0; i < sounds.size(); i++) {
            Swap swap = sounds.get((first + i) % sounds.size());
            int at = lower.indexOf(swap.from());
            if (at >= 0 && swap.fits(lower, at)) {
                String written = text.substring(0, at)
                        + swap.to()
                        + text.substring(at + swap.from().length());
                return written.isEmpty() ? text : Faults.capital(written);
            }
        }
        return text;
    }

    /** The character (or two) at this place as a machine misreads it. */
    String misread(String text, int at, RandomGenerator random) {
        List<Swap> known = shapes.getOrDefault(text.charAt(at), List.of()).stream()
                .filter(swap -> text.startsWith(swap.from(), at))
                .toList();
        if (known.isEmpty()) {
            return text;
        }
        Swap swap = known.get(random.nextInt(known.size()));
        return text.substring(0, at)
                + swap.to()
                + text.substring(at + swap.from().length());
    }
}
