package org.caseward.intake.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of parts as a person types them: {@code 1-2; 4, 6}. */
final class PageRanges {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:\\s*-\\s*(\\d{1,4}))?");

    private PageRanges() {}

    /** @throws NotTaken where the text is not made of page numbers */
    static List<List<Integer>> of(String text) {
        List<List<Integer>> parts = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            List<Integer> pages = new ArrayList<>();
            for (String range : part.split(",", -1)) {
                Matcher match = RANGE.matcher(range.strip());
                if (!match.matches()) {
                    throw NotTaken.invalid(
                            "The parts can't be read, so nothing was changed. Write page numbers, with a semicolon between parts: 1-2; 4, 6");
                }
                int from = Integer.parseInt(match.group(1));
                int to = match.group(2) == null ? from : Integer.parseInt(match.group(2));
                for (int page = from; page <= to; page++) {
                    pages.add(page);
                }
            }
            parts.add(List.copyOf(pages));
        }
        return parts;
    }

    /** The same in words that {@link #of} reads. */
    static String words(List<List<Integer>> parts) {
        return String.join("; ", parts.stream().map(PageRanges::part).toList());
    }

    private static String part(List<Integer> pages) {
        List<String> ranges = new ArrayList<>();
        int i = 0;
        while (i < pages.size()) {
            int last = i;
            while (last + 1 < pages.size() && pages.get(last + 1) == pages.get(last) + 1) {
                last++;
            }
            ranges.add(last == i ? "" + pages.get(i) : pages.get(i) + "-" + pages.get(last));
            i = last + 1;
        }
        return String.join(", ", ranges);
    }
}
