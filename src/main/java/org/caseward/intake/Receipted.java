package org.caseward.intake;

import org.caseward.report.ReportId;

/**
 * A delivery that is durable: it may be acknowledged.
 *
 * @param report its first (often only) report
 * @param again the very same delivery had its receipt already; this is that one
 */
public record Receipted(String receiptNumber, ReportId report, boolean again) {}
