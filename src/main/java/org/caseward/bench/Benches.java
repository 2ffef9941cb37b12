package org.caseward.bench;

import java.util.List;
import org.caseward.bench.febrl.FebrlBench;
import org.caseward.bench.intake.IntakeBench;
import org.caseward.bench.lookup.LookupBench;
import org.caseward.bench.matching.AccountabilityBench;
import org.caseward.bench.matching.AutofileBench;
import org.caseward.bench.matching.CalibrationBench;
import org.caseward.bench.matching.HazardsBench;
import org.caseward.bench.matching.ThroughputBench;
import org.caseward.bench.meaning.MeaningBench;

/** All benches there are: a new one has its line here. */
public final class Benches {
    public static final List<Bench> ALL = List.of(
            new FebrlBench(),
            new AutofileBench(),
            new HazardsBench(),
            new LookupBench(),
            new ThroughputBench(),
            new CalibrationBench(),
            new AccountabilityBench(),
            new MeaningBench(),
            new IntakeBench());

    private Benches() {}

    /** The bench of this name, or all of the group with it. */
    static List<Bench> named(List<Bench> all, String name) {
        return all.stream()
                .filter(bench -> bench.name().equals(name) || bench.name().startsWith(name + " "))
                .toList();
    }
}
