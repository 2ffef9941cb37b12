package org.caseward.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of two people of a program: they are one. It stays a proposal until a person confirms it.
 *
 * @param survivor the person who stays, {@code merged} the one who goes into it; the feed's identifiers, known here or not yet
 * @param source who says so, in a word that a supervisor knows it by, such as the connection's name; never a person's name
 * @param controlId the message that said so (MSH-10), by which a repetition is known
 * @param reportedAt when the source did it (EVN-2, EVN-6), else when the message came
 */
public record ReportedMerge(
        String program,
        String survivor,
        String merged,
        String source,
        @Nullable String controlId,
        Instant reportedAt) {
    @Override
    public String toString() {
        return "ReportedMerge[" + program + "]";
    }
}
