package org.caseward.demo;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caseward.demo.samples.Sample;
import org.caseward.demo.senders.Answer;

/**
 * Shows how the samples fare: what has ended scrolls by, one line a sample; on a terminal what is on its way stands below
 * and is redrawn.
 */
final class DemoTable {
    private static final int ON_THE_WAY = 8;
    private static final String ROW = "%-4s %-5s %-46s %-7s %-12s %-16s %s";

    private final PrintStream out;
    private final boolean terminal;
    private final DemoWatch watch;
    private final Set<String> shown = new HashSet<>();
    private int drawn;

    DemoTable(PrintStream out, boolean terminal, DemoWatch watch) {
        this.out = out;
        this.terminal = terminal;
        this.watch = watch;
    }

    void head() {
        out.println(row("", "way", "what", "answer", "state", "case", ""));
    }

    void draw() {
        wipe();
        List<Standing> standings = watch.standings();
        standings.stream()
                .filter(s -> s.settled() && shown.add(s.sample().id()))
                .forEach(s -> out.println(row(s, watch.differences(s).isEmpty() ? tick() : cross(s))));
        if (terminal) {
            List<Standing> moving = standings.stream()
                    .filter(s -> s.answer().isPresent() && !s.settled())
                    .limit(ON_THE_WAY)
                    .toList();
            moving.forEach(s -> out.println(row(s, "…")));
            out.println(count(standings));
            drawn = moving.size() + 1;
        }
        out.flush();
    }

    /** The counts, and whatever is not as it should be. */
    void summary(Map<Standing, List<String>> differences) {
        wipe();
        List<Standing> standings = watch.standings();
        out.println();
        out.println(count(standings));
        if (differences.isEmpty()) {
            out.println("All " + standings.size() + " samples ended where they should.");
        } else {
            out.println(differences.size() + " of " + standings.size() + " samples did not end where they should:");
            differences.forEach((standing, words) -> out.println("  "
                    + standing.sample().id() + " " + standing.sample().controlId() + ": " + String.join("; ", words)));
        }
        out.flush();
    }

    private void wipe() {
        if (drawn > 0) {
            out.print("\033[" + drawn + "A\033[J");
            drawn = 0;
        }
    }

    private static String count(List<Standing> standings) {
        long sent = standings.stream().filter(s -> s.answer().isPresent()).count();
        Map<String, Long> ended = standings.stream()
                .filter(Standing::settled)
                .collect(Collectors.groupingBy(Standing::state, Collectors.counting()));
        return "%d samples, %d sent: %d filed, %d in review, %d quarantined, %d refused"
                .formatted(
                        standings.size(),
                        sent,
                        ended.getOrDefault("filed", 0L),
                        ended.getOrDefault("in_review", 0L),
                        ended.getOrDefault("quarantined", 0L),
                        ended.getOrDefault("none", 0L));
    }

    private String tick() {
        return terminal ? "\033[32m✓\033[0m" : "✓";
    }

    private String cross(Standing standing) {
        String words = " " + String.join("; ", watch.differences(standing));
        return (terminal ? "\033[31m✗\033[0m" : "✗") + words;
    }

    private static String row(Standing standing, String mark) {
        Sample sample = standing.sample();
        String answer = standing.answer().map(Answer::code).orElse("");
        String state = standing.state().equals("none") ? "-" : standing.state();
        String number = standing.caseNumber().orElse("-");
        return row(sample.id(), sample.channel().code(), sample.what(), answer, state, number, mark);
    }

    private static String row(
            String id, String way, String what, String answer, String state, String number, String mark) {
        return String.format(Locale.ROOT, ROW, id, way, what, answer, state, number, mark)
                .stripTrailing();
    }
}
