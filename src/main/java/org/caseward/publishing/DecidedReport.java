package org.caseward.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caseward.report.ReportId;

/**
 * A report with its standing decision to file.
 *
 * @param filedBy {@code hub}, or the user who accepted it
 * @param fields as the JSON API shows them
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
        String fields) {
    boolean byMachine() {
        return filedBy.equals("hub");
    }
}
