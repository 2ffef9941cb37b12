package org.caseward.normalisation;

import java.time.Instant;
import java.util.Optional;

/**
 * What the source says about its own version of the report.
 *
 * @param replaces the source's identifier of the report that this one corrects or withdraws, where it names one
 */
public record SourceStatus(Kind kind, Optional<Instant> at, Optional<String> replaces) {
    /** {@code CORRECTED}: OBX-11=C, MDM T10, relatesTo=replaces. {@code WITHDRAWN}: MDM T11, entered-in-error. */
    public enum Kind {
        ORIGINAL,
        CORRECTED,
        WITHDRAWN
    }

    public static final SourceStatus ORIGINAL = new SourceStatus(Kind.ORIGINAL, Optional.empty(), Optional.empty());
}
