package org.caseward.bench.matching;

import java.util.List;
import org.caseward.bench.Bench;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;
import org.caseward.bench.population.Mix;

/** Whether a posterior means what it says. */
public final class CalibrationBench implements Bench {
    /** A claimed error may be half of the real one, no less. */
    private static final double FACTOR = 2;

    @Override
    public String name() {
        return "match calibration";
    }

    @Override
    public String what() {
        return "the error that the matcher claims beside the error that is, by decade of the claim";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.atMost(
                        FACTOR,
                        "worst_ratio",
                        "times",
                        "errors seen by errors claimed, in the worst decade, ordinary mail"),
                Metric.told(
                        "worst_ratio_hazards",
                        "times",
                        "the same in mail full of hazards, for which no prior is made"));
    }

    @Override
    public List<Option> options() {
        return Run.options(20_000, 20_000);
    }

    @Override
    public Measured run(BenchOptions options, Progress progress) throws InterruptedException {
        Calibration ordinary = Run.tally(options, Mix.ORDINARY, progress).calibration;
        Calibration hazards = Run.tally(options, Mix.HAZARDS, progress).calibration;
        Measured measured = Measured.of(metrics())
                .with("worst_ratio", ordinary.worst())
                .with("worst_ratio_hazards", hazards.worst());
        ordinary.lines().forEach(line -> measured.note("ordinary, " + line));
        hazards.lines().forEach(line -> measured.note("hazards,  " + line));
        return measured;
    }
}
