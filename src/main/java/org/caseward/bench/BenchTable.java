package org.caseward.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A bench for the eye. */
final class BenchTable {
    private static final String ROW = "  %-28s %14s %-10s %-12s %-6s %s%n";

    private BenchTable() {}

    static void describe(Bench bench, PrintStream out) {
        out.println("bench " + bench.name() + ": " + bench.what());
        bench.options()
                .forEach(o ->
                        out.printf("  --%s %s: %s%n", o.name(), o.standard().isEmpty() ? "…" : o.standard(), o.what()));
        bench.metrics()
                .forEach(m -> out.printf(
                        "  %-28s %-10s %-12s %s%n",
                        m.name(), m.unit(), m.aim().map(Aim::words).orElse(""), m.what()));
    }

    static void print(Bench bench, Measured measured, double seconds, PrintStream out) {
        Map<String, Metric> declared =
                bench.metrics().stream().collect(Collectors.toMap(Metric::name, Function.identity()));
        out.printf(Locale.ROOT, "bench %s (%.1f s): %s%n", bench.name(), seconds, bench.what());
        for (String name : measured.names()) {
            double value = measured.metric(name);
            Metric metric = declared.getOrDefault(name, Metric.told(name, "", ""));
            out.printf(
                    ROW,
                    name,
                    Metric.number(value),
                    metric.unit(),
                    measured.aim(name).map(Aim::words).orElse(""),
                    measured.aim(name)
                            .map(aim -> aim.met(value) ? "met" : "MISSED")
                            .orElse(""),
                    metric.what());
        }
        measured.notes().forEach(note -> out.println("  " + note));
    }
}
