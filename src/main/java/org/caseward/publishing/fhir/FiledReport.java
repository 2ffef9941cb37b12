package org.caseward.publishing.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import tools.jackson.databind.JsonNode;

/**
 * What a record says in FHIR.
 *
 * @param cases the cases it is filed on; empty while it is on none
 * @param mediaType of the bytes as received, where it is known
 * @param sha256 hex, of the bytes as received
 * @param fields as the JSON API shows them
 * @param mappings the mappings that made the fields: {@code [{"id", "version", "hash"}]}
 * @param decided by whom and when; empty while nobody has decided
 */
public record FiledReport(
        ReportId id,
        String receipt,
        Optional<String> program,
        List<String> cases,
        String documentType,
        ReportState state,
        Instant receivedAt,
        String channel,
        Optional<String> provider,
        String controlId,
        String sha256,
        Optional<String> mediaType,
        JsonNode fields,
        JsonNode mappings,
        Optional<Decided> decided) {
    /** @param by {@code hub}, or the user or client that decided */
    public record Decided(String by, Instant at) {
        boolean byMachine() {
            return by.equals("hub");
        }
    }

    public FiledReport {
        cases = List.copyOf(cases);
    }

    @Override
    public String toString() {
        return "FiledReport[" + id + "]";
    }
}
