package org.caseward.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code bench NAME [--json FILE] [--check] [--key value …]}, {@code bench --list}. */
public final class BenchCommand {
    private static final String USAGE = """
            usage: ./caseward bench NAME [--json FILE] [--check] [--OPTION VALUE ...]
                   ./caseward bench --list       all benches, their options and what they measure
              --json FILE   also writes the figures to FILE
              --check       exits 1 where an aim is missed, naming it
            """;

    private final List<Bench> benches;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    public BenchCommand(List<Bench> benches, PrintStream out, PrintStream err) {
        this.benches = benches;
        this.out = out;
        this.err = err;
        this.terminal = System.console() != null && System.console().isTerminal();
    }

    /** @return 0 where all went well, 1 where a checked aim was missed, 2 where the command makes no sense */
    public int run(List<String> arguments) throws Exception {
        if (arguments.equals(List.of("--list"))) {
            benches.forEach(bench -> BenchTable.describe(bench, out));
            return 0;
        }
        BenchArguments asked;
        try {
            asked = BenchArguments.of(arguments, benches);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return 2;
        }
        return run(asked);
    }

    private int run(BenchArguments asked) throws Exception {
        Machine machine = Machine.here();
        out.println(machine.words());
        Measured all = new Measured();
        for (Bench bench : asked.benches()) {
            Measured measured = run(bench, asked.options(bench));
            all.addAll(asked.prefix(bench), measured);
        }
        if (asked.json().isPresent()) {
            writeJson(asked.json().get(), asked.name(), machine, all);
        }
        List<String> missed = all.missed();
        missed.forEach(line -> out.println("missed: " + line));
        return asked.check() && !missed.isEmpty() ? 1 : 0;
    }

    private Measured run(Bench bench, BenchOptions options) throws Exception {
        Progress progress = new Progress(err, terminal);
        long start = System.nanoTime();
        try {
            Measured measured = bench.run(options, progress);
            progress.end();
            BenchTable.print(bench, measured, (System.nanoTime() - start) / 1e9, out);
            return measured;
        } finally {
            progress.end();
        }
    }

    private void writeJson(Path file, String name, Machine machine, Measured measured) throws IOException {
        BenchJson.write(file, name, machine, measured);
        out.println("written to " + file);
    }
}
