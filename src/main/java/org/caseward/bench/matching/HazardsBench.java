package org.caseward.bench.matching;

import java.util.List;
import org.caseward.bench.Bench;
import org.caseward.bench.BenchOptions;
import org.caseward.bench.Measured;
import org.caseward.bench.Metric;
import org.caseward.bench.Progress;
import org.caseward.bench.population.Mix;

/** Mail in which everything that leads to the wrong person is common. */
public final class HazardsBench implements Bench {
    /** A prototype filed 52.8 %. */
    private static final double AUTOMATIC = 0.55;

    @Override
    public String name() {
        return "match hazards";
    }

    @Override
    public String what() {
        return "twins, Jr and Sr, one name and birth date, relatives, people not on file, wrong claim numbers";
    }

    @Override
    public List<Metric> metrics() {
        return Run.metrics(AUTOMATIC).stream()
                .map(m -> m.name().equals("wrong_person") ? Metric.atMost(0, m.name(), m.unit(), m.what()) : m)
                .toList();
    }

    @Override
    public List<Option> options() {
        return Run.options(20_000, 20_000);
    }

    @Override
    public Measured run(BenchOptions options, Progress progress) throws InterruptedException {
        return Run.run(metrics(), options, Mix.HAZARDS, progress);
    }
}
