package org.caseward.bench.matching;

import java.util.List;
import org.caseward.bench.Bench;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;
import org.caseward.bench.population.Mix;

/** An ordinary day's mail of a large agency. */
public final class AutofileBench implements Bench {
    /** A prototype filed 71.9 %. */
    private static final double AUTOMATIC = 0.72;

    @Override
    public String name() {
        return "match autofile";
    }

    @Override
    public String what() {
        return "ordinary mail: how much is filed without a person, and how much of that is wrong";
    }

    @Override
    public List<Metric> metrics() {
        return Run.metrics(AUTOMATIC);
    }

    @Override
    public List<Option> options() {
        return Run.options(20_000, 20_000);
    }

    @Override
    public Measured run(BenchOptions options, Progress progress) throws InterruptedException {
        return Run.run(metrics(), options, Mix.ORDINARY, progress);
    }
}
