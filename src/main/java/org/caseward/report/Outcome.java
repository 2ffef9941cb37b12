package org.caseward.report;

/** What a stage returns: the next state, or a refusal with its reason. Exceptions are for faults of ours, never for content. */
public sealed interface Outcome<T> {
    record Passed<T>(T value) implements Outcome<T> {}

    /** The report can't go on by itself: it is quarantined, visible and replayable. */
    record Refused<T>(ReportId report, Step at, Reason reason) implements Outcome<T> {}
}
