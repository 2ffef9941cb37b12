package org.caseward.extraction;

import java.util.ArrayList;
import java.util.List;

/** A table of a section's text. */
final class NarrativeTable {
    /** What a drawn page holds in one line, with a little air. */
    private static final int WIDTH = 88;

    private static final int GAP = 2;
    private static final int LONGEST_LABEL = 60;

    private final List<List<String>> rows = new ArrayList<>();
    private List<String> heads = List.of();

    void add(List<String> cells, boolean head) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (head && rows.isEmpty()) {
            heads = cells;
        } else {
            rows.add(cells);
        }
    }

    /** Columns under their heads where they fit the page; else a few lines for every row. */
    List<String> aligned() {
        List<List<String>> all = new ArrayList<>(heads.isEmpty() ? List.of() : List.of(heads));
        all.addAll(rows);
        int[] widths = widths(all);
        int whole = java.util.Arrays.stream(widths).sum() + GAP * widths.length;
        return whole > WIDTH
                ? stacked()
                : all.stream().map(row -> padded(row, widths)).toList();
    }

    private static int[] widths(List<List<String>> all) {
        int[] widths = new int[all.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : all) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String padded(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + GAP);
        }
        return line.toString().stripTrailing();
    }

    private List<String> stacked() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.addAll(under(row));
            lines.add("");
        }
        return lines;
    }

    /** Every cell behind its column's head; and of two columns, the second behind the first, for the first may be the label. */
    List<String> labelled() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.size() == 2 && !row.getFirst().isBlank() && row.getFirst().length() <= LONGEST_LABEL) {
                lines.add(behind(row.getFirst(), row.getLast()));
            }
            if (!heads.isEmpty()) {
                lines.addAll(under(row));
            } else if (row.size() != 2) {
                lines.add(String.join("  ", row));
            }
        }
        return lines;
    }

    private List<String> under(List<String> row) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isBlank()) {
                String head = i < heads.size() ? heads.get(i) : "";
                lines.add(head.isBlank() ? row.get(i) : behind(head, row.get(i)));
            }
        }
        return lines;
    }

    private static String behind(String label, String value) {
        return label.endsWith(":") ? label + " " + value : label + ": " + value;
    }
}
