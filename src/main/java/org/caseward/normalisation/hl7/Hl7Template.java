package org.caseward.normalisation.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text with places in braces, seen from a spot: {@code {.3} {.2}} from a field, {@code {-3.2}: {-5}} from a segment. */
public record Hl7Template(List<Part> parts) {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    /** Fixed text, then perhaps a place. */
    public record Part(String fixed, List<Hl7Path> place) {}

    /** @throws IllegalArgumentException where a place in braces is no relative path */
    public static Hl7Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher braces = BRACES.matcher(text);
        int done = 0;
        while (braces.find()) {
            parts.add(new Part(text.substring(done, braces.start()), List.of(Hl7Path.parse(braces.group(1), true))));
            done = braces.end();
        }
        parts.add(new Part(text.substring(done), List.of()));
        return new Hl7Template(List.copyOf(parts));
    }

    /** Filled in; empty where every place is. */
    public String fill(Spot from) {
        List<String> filled = parts.stream()
                .map(part -> part.place().stream()
                        .flatMap(path -> path.in(from).stream().limit(1))
                        .map(Spot::text)
                        .collect(Collectors.joining()))
                .toList();
        if (filled.stream().allMatch(String::isBlank)) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(parts.get(i).fixed()).append(filled.get(i));
        }
        return text.indexOf("  ") < 0
                ? text.toString().strip()
                : SPACES.matcher(text).replaceAll(" ").strip();
    }
}
