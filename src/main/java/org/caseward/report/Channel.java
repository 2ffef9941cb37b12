package org.caseward.report;

import java.util.Locale;

/** The ways in. {@link #code()} is the word used outside. */
public enum Channel {
    MLLP,
    FHIR,
    SFTP,
    EMAIL,
    FAX,
    PORTAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
