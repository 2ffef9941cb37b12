package org.caseward.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A report as it was received, with its bytes opened.
 *
 * @param programs the programs its connection serves: candidates, worklists and search stay inside them
 * @param homeProgram the program whose key seals what is kept of it
 * @param provider the registered provider's id, where the sender is known
 * @param mediaType {@code x-application/hl7-v2+er7}, {@code application/fhir+json}, {@code application/pdf}, {@code image/tiff}
 * @param pages for a part that was split off: its pages of the received document, from 1; empty means all
 * @param copyOf an earlier report with the very same content
 */
public record ReceivedReport(
        ReportId id,
        ReceiptId receipt,
        String receiptNumber,
        Channel channel,
        String connection,
        List<String> programs,
        String homeProgram,
        Optional<String> provider,
        String controlId,
        String mediaType,
        byte[] content,
        List<Integer> pages,
        Optional<ReportId> copyOf,
        Instant receivedAt) {
    public ReceivedReport {
        programs = List.copyOf(programs);
        pages = List.copyOf(pages);
    }

    public ReceivedReport asCopyOf(ReportId earlier) {
        return new ReceivedReport(
                id,
                receipt,
                receiptNumber,
                channel,
                connection,
                programs,
                homeProgram,
                provider,
                controlId,
                mediaType,
                content,
                pages,
                Optional.of(earlier),
                receivedAt);
    }

    @Override
    public String toString() {
        return "ReceivedReport[" + id + ", " + receiptNumber + ", " + channel.code() + "]";
    }
}
