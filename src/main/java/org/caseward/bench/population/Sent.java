package org.caseward.bench.population;

import org.caseward.normalisation.NormalisedReport;

/** A report as the hub sees it, and what it really is. */
public record Sent(NormalisedReport report, Truth truth) {}
