package org.caseward.matching.watch;

import java.time.Instant;

/**
 * How a model's automatic filings in one program stand, counted since {@code since}.
 *
 * @param filings how many there were
 * @param sampled how many of them were drawn for a blind second review
 * @param reviewed how many of these were read
 * @param disagreed how many of these the second reader placed elsewhere
 * @param found wrong ones that were not drawn, but moved by a person
 */
public record Standing(
        String program,
        String modelVersion,
        WatchRule rule,
        Instant since,
        long filings,
        long sampled,
        long reviewed,
        long disagreed,
        long found) {
    /** By the sample alone; each wrong filing that was found otherwise counts as if it had been drawn, which can only make the bound larger. */
    public ErrorBound bound() {
        return new ErrorBound(disagreed + found, reviewed + found);
    }

    /** Of all filings at least these are known to be wrong. */
    private ErrorBound known() {
        return new ErrorBound(disagreed + found, Math.max(filings, disagreed + found));
    }

    private ErrorBound drawn() {
        return new ErrorBound(disagreed, reviewed);
    }

    /**
     * Whether the errors seen refute, at 95 % confidence, that the share of errors is within the limit: by the sample, or by all known errors among all filings. Without an
     * error nothing is refuted, however few were looked at; the very first one in a small sample refutes a small limit.
     */
    public boolean broken() {
        return drawn().lower() > rule.limit() || known().lower() > rule.limit();
    }
}
