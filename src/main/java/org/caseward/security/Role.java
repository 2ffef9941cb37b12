package org.caseward.security;

import java.util.Locale;

/** What a person may do in a program. {@link #code()} is the word used outside. */
public enum Role {
    COORDINATOR,
    SENIOR_COORDINATOR,
    SUPERVISOR,
    TRIAGE,
    INTEGRATION_ENGINEER,
    AUDITOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
