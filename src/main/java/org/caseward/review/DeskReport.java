package org.caseward.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.matching.MatchResult;
import org.caseward.report.Channel;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.caseward.report.Fields;
import org.caseward.report.Finding;
import org.caseward.report.ReportState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A report as it lies on a person's desk.
 *
 * @param programs those that its connection serves
 * @param program the one that claims it; while none does, triage decides
 * @param pages for a part that was split off: its pages of the received document; empty means all
 * @param provider the registered provider's id
 * @param providerName what people call that provider
 * @param sha256 hex
 * @param mediaType of the bytes as received; null while nothing has read them
 */
record DeskReport(
        UUID id,
        UUID receipt,
        String receiptNumber,
        @Nullable UUID parent,
        List<Integer> pages,
        Instant receivedAt,
        Channel channel,
        List<String> programs,
        @Nullable String program,
        @Nullable String provider,
        @Nullable String providerName,
        String controlId,
        String sha256,
        ReportState state,
        @Nullable String documentType,
        StoredValues stored,
        Fields fields,
        Optional<MatchResult> match,
        List<Finding> findings,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable String mediaType,
        ReportLevel level) {
    /** The jsonb columns as they are kept. */
    record StoredValues(JsonNode fields, JsonNode match, JsonNode findings) {}

    public DocumentType type() {
        return Optional.ofNullable(documentType).flatMap(DocumentType::of).orElse(DocumentType.UNKNOWN);
    }

    /** Whether it goes before others: somebody exposed, a deadline of a court or lawyer, somebody newly off work. */
    public boolean urgent() {
        return type() == DocumentType.EXPOSURE
                || type() == DocumentType.RECORDS_REQUEST
                || fields.all(FieldNames.WORK_STATUS).stream()
                        .anyMatch(status -> status.value().equals("off_work"));
    }

    /** Family name first, as files are kept; empty where the report names nobody. */
    public String patient() {
        String given = Stream.of(FieldNames.GIVEN, FieldNames.MIDDLE, FieldNames.SUFFIX)
                .flatMap(name -> fields.text(name).stream())
                .collect(Collectors.joining(" "));
        return Stream.of(fields.text(FieldNames.FAMILY).orElse(""), given)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "DeskReport[" + id + ", " + receiptNumber + ", " + state.code() + "]";
    }
}
