package org.caseward.bench;

import java.util.List;

/**
 * One benchmark. It owes: the same counts for the same options and seed; no trace left behind (processes, files); rates only as ratios to a baseline of the same run
 * where they carry an aim.
 */
public interface Bench {
    /** One or two lower-case words, as typed after {@code bench}: {@code match febrl}. The first one names the group. */
    String name();

    /** What is measured, in one line. */
    String what();

    /** What it gives, in the order of the table. */
    List<Metric> metrics();

    /** What can be set; the defaults are small, so that a run takes seconds. */
    default List<Option> options() {
        return List.of();
    }

    /** @throws Exception where something that is measured broke: the bench has failed then, whatever its aims */
    Measured run(BenchOptions options, Progress progress) throws Exception;

    /**
     * @param name without the dashes
     * @param standard the default; empty for none
     */
    record Option(String name, String standard, String what) {}
}
