package org.caseward.review;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Page numbers of parts as a person types them: {@code 1, 2; 3} or {@code 1-2; 3}. */
final class PageParts {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:\\s*-\\s*(\\d{1,4}))?");

    private PageParts() {}

    /** @throws Objection.Raised 422 where the text is not made of page numbers */
    static List<List<Integer>> of(String text) {
        return Stream.of(text.split(";", -1))
                .map(part -> Stream.of(part.split(",", -1))
                        .flatMap(range -> pages(range.strip()))
                        .toList())
                .toList();
    }

    private static Stream<Integer> pages(String range) {
        var match = RANGE.matcher(range);
        if (!match.matches()) {
            throw new Objection.Raised(Objection.invalid(
                    "The parts can't be read. Write page numbers, with a semicolon between parts: 1-2; 3"));
        }
        int from = Integer.parseInt(match.group(1));
        int to = match.group(2) == null ? from : Integer.parseInt(match.group(2));
        return java.util.stream.IntStream.rangeClosed(from, to).boxed();
    }
}
