package org.caseward.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caseward.report.ReportId;

/**
 * A report with its standing decision to file.
 *
 * @param cases all it belongs on by now
 * @param filedBy {@code hub}, or the user who accepted or moved it
 * @param fields as the JSON API shows them
 * @param mediaType of the bytes as received
 * @param mappings that made the fields, as JSON
 */
record DecidedReport(
        ReportId id,
        String receipt,
        String program,
        List<String> cases,
        String filedBy,
        String documentType,
        Optional<String> serviceDate,
        Instant receivedAt,
        String channel,
        Optional<String> provider,
        String controlId,
        String sha256,
        String fields,
        Optional<Move> moved,
        Instant decidedAt,
        Optional<String> mediaType,
        String mappings) {
    /** It was filed before, and a person moved it from one case to another. */
    record Move(String from, String to) {}

    boolean byMachine() {
        return filedBy.equals("hub");
    }
}
