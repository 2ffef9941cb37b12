package org.caseward.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a report can be relied on. A report stands at the highest level of which this one and all below it hold; the database works it out from what is kept of the report,
 * whoever changes that ({@code hub.level_of}). {@link #code()} is the word used outside.
 */
public enum ValidationLevel {
    /** L0: the bytes are kept; nothing else is said of them. */
    KEPT,
    /** L1: it could be opened and taken apart. */
    PARSED,
    /** L2: what a report of its format is made of is there, and can be read. */
    STRUCTURED,
    /** L3: the least that is needed of its type is there. */
    COMPLETE,
    /** L4: as FHIR it keeps to the profiles that are installed; warnings are allowed. */
    PROFILED,
    /** L5: matched to its case and approved, by every gate or by a person. */
    APPROVED;

    /** {@code L0} to {@code L5}. */
    public String code() {
        return "L" + ordinal();
    }

    /** {@code kept} to {@code approved}: the key of its label on pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level above; empty on top. */
    public Optional<ValidationLevel> next() {
        return this == APPROVED ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    public static Optional<ValidationLevel> of(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code().equals(code))
                .findFirst();
    }
}
