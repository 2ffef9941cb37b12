package org.caseward.report;

import java.util.Locale;

/** Where a report stands. {@link #code()} is the word used outside. */
public enum ReportState {
    RECEIVED,
    EXTRACTED,
    NORMALISED,
    MATCHED,
    IN_REVIEW,
    FILED,
    REJECTED,
    QUARANTINED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReportState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
