package org.caseward.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caseward.report.Missing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A report as the JSON API shows it; every key is always there.
 *
 * @param receipt the receipt's number
 * @param children ids of the parts it was split into
 * @param siblings all reports of the receipt, this one among them, the first first
 * @param provider the registered provider's id
 * @param sha256 hex, of the bytes as received
 * @param corrects earlier versions of it that it takes the place of, and {@code correctedBy} newer ones that take its; only where one report is asked for
 * @param level how far it can be relied on; null for one that was recorded before levels were kept
 * @param reason why it waits or was refused; null where there is nothing to say
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportView(
        UUID reportId,
        String receipt,
        @Nullable UUID parent,
        List<UUID> children,
        List<Sibling> siblings,
        @Nullable String program,
        String state,
        String channel,
        @Nullable String provider,
        String controlId,
        Instant receivedAt,
        String sha256,
        String documentType,
        JsonNode fields,
        JsonNode match,
        JsonNode findings,
        @Nullable Why reason,
        @Nullable List<VersionChanges.Earlier> corrects,
        @Nullable List<VersionChanges.Newer> correctedBy,
        @Nullable Level level,
        List<Happened> history,
        Map<String, String> links) {
    record Sibling(UUID reportId, int part, String state) {}

    /**
     * @param code {@code L0} to {@code L5}
     * @param name {@code kept}, {@code parsed}, {@code structured}, {@code complete}, {@code profiled}, {@code approved}
     * @param next the level above; null on top
     * @param missing what keeps it from the next
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Level(String code, String name, @Nullable String next, List<Missing> missing) {}

    record Why(@Nullable String code, @Nullable String text) {}

    /** @param by {@code hub}, or the user or client that acted */
    record Happened(Instant at, String step, String outcome, String reason, String by) {}

    @Override
    public String toString() {
        return "ReportView[" + reportId + "]";
    }
}
