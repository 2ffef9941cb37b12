package org.caseward.report;

import java.util.Locale;

/** A step in the story of a report. {@link #code()} is the word used outside. */
public enum Step {
    RECEIVED,
    EXTRACTED,
    NORMALISED,
    MATCHED,
    CHECKED,
    DECIDED,
    IN_REVIEW,
    REVIEWED,
    PUBLISHED,
    FILED,
    REJECTED,
    QUARANTINED,
    SUPERSEDED,
    WITHDRAWN,
    REPLAYED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Step of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
