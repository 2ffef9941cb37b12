package org.caseward.extraction;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.caseward.documents.Address;
import org.caseward.documents.DocumentStore;
import org.caseward.extraction.worker.WorkerPool;
import org.caseward.extraction.worker.WorkerSettings;
import org.caseward.report.Channel;
import org.caseward.report.Outcome;
import org.caseward.report.Reason;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;

/** The extraction stage with real workers, and a document store in memory. */
final class Reader implements AutoCloseable {
    private static final FhirContext FHIR = FhirContext.forR4();

    final Shelf shelf = new Shelf();
    final WorkerPool workers;
    private final Extraction extraction;

    Reader() {
        this(ReadingLimits.DEFAULT);
    }

    Reader(ReadingLimits limits) {
        this(limits, 1);
    }

    Reader(ReadingLimits limits, int count) {
        workers = new WorkerPool(new WorkerSettings(count, "768m", null, null), limits);
        extraction = new Extraction(new Hl7Messages(), new FhirResources(FHIR), new DocumentPages(workers, shelf));
    }

    Outcome<ExtractedReport> extract(String mediaType, byte[] content, Integer... pages) {
        return extraction.extract(new ReceivedReport(
                ReportId.next(),
                ReceiptId.next(),
                "R-1",
                Channel.FAX,
                "fax-county",
                List.of("pd-medical"),
                "pd-medical",
                Optional.empty(),
                "control-1",
                mediaType,
                content,
                List.of(pages),
                Optional.empty(),
                Instant.parse("2026-11-02T10:00:00Z")));
    }

    ExtractedReport read(String mediaType, byte[] content, Integer... pages) {
        return switch (extract(mediaType, content, pages)) {
            case Outcome.Passed<ExtractedReport> passed -> passed.value();
            case Outcome.Refused<ExtractedReport> refused -> throw new AssertionError("refused: " + refused.reason());
        };
    }

    ExtractedReport readHl7(String message) {
        return read("x-application/hl7-v2+er7", message.getBytes(StandardCharsets.UTF_8));
    }

    Reason refusal(String mediaType, byte[] content) {
        return switch (extract(mediaType, content)) {
            case Outcome.Passed<ExtractedReport> _ -> throw new AssertionError("passed");
            case Outcome.Refused<ExtractedReport> refused -> refused.reason();
        };
    }

    static String text(Page page) {
        return page.words().stream().map(Word::text).collect(Collectors.joining(" "));
    }

    @Override
    public void close() {
        workers.close();
    }

    static final class Shelf implements DocumentStore {
        private final Map<Address, byte[]> stored = new ConcurrentHashMap<>();
        final AtomicInteger kept = new AtomicInteger();

        @Override
        public Address put(String program, byte[] bytes) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                Address address = new Address(program, HexFormat.of().formatHex(hash));
                stored.put(address, bytes);
                kept.incrementAndGet();
                return address;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public byte[] get(Address address) {
            return Optional.ofNullable(stored.get(address)).orElseThrow(IllegalStateException::new);
        }
    }
}
