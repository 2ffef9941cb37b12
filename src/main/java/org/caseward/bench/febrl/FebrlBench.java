package org.caseward.bench.febrl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caseward.bench.Bench;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;

/** Data that nobody here wrote: FEBRL's sets 1 to 3. */
public final class FebrlBench implements Bench {
    /** A prototype had 0.9991 to 0.9995. */
    private static final double F1 = 0.9990;
    /** A joined pair may claim an error of 1 %, no more. */
    private static final double POSTERIOR = 0.99;

    private static final int SETS = 3;

    @Override
    public String name() {
        return "match febrl";
    }

    @Override
    public String what() {
        return "duplicates in FEBRL's sets 1 to 3, by the product's keys and comparisons and a model learned without the truth";
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(List.of(
                Metric.atLeast(
                        F1, "f1", "", "of all pairs of the three sets (in set 1 one pair missed of 500 is 0.9990)"),
                Metric.atMost(0, "false_pairs", "pairs", "joined, but two people, in all sets")));
        for (int set = 1; set <= SETS; set++) {
            metrics.add(Metric.told("f1_" + set, "", "set " + set));
            metrics.add(
                    Metric.told("recall_" + set, "share", "of set " + set + "'s true pairs that share a search key"));
        }
        return metrics;
    }

    @Override
    public List<Option> options() {
        return List.of(new Option("dir", "../shared/corpora/matching/febrl", "where dataset1.csv … lie"));
    }

    @Override
    public Measured run(BenchOptions options, Progress progress) throws IOException {
        Path dir = Path.of(options.text("dir"));
        Measured measured = Measured.of(metrics());
        if (!Files.isReadable(dir.resolve("dataset1.csv"))) {
            return Measured.of(List.of())
                    .note("FEBRL's sets are not here (" + dir + "); nothing was measured. --dir names their folder");
        }
        progress.step("sets", SETS);
        Pairing.Score all = new Pairing.Score(0, 0, 0);
        for (int set = 1; set <= SETS; set++) {
            Pairing pairing = new Pairing(FebrlSet.read(dir.resolve("dataset" + set + ".csv")));
            Pairing.Score score = pairing.join(pairing.learn(), POSTERIOR).score();
            all = all.and(score);
            measured.with("f1_" + set, score.f1()).with("recall_" + set, pairing.recall());
            measured.note("set %d: %d of %d pairs found, %d false"
                    .formatted(set, score.right(), score.all(), score.found() - score.right()));
            progress.advance(1);
        }
        return measured.with("f1", all.f1()).with("false_pairs", all.found() - all.right());
    }
}
