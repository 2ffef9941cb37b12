package org.caseward.bench.meaning;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caseward.extraction.ExtractedReport;
import org.caseward.extraction.Structures;
import org.caseward.normalisation.MappingLibrary;
import org.caseward.normalisation.Normalisation;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.Channel;
import org.caseward.report.Outcome;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;

/** From bytes to a record, by the mappings of the folder {@code mappings}. */
final class Reader implements AutoCloseable {
    static final String HL7 = "x-application/hl7-v2+er7";
    static final String CDA = "application/xml";

    private final Structures structures = new Structures();
    private final MappingLibrary library = new MappingLibrary("mappings");
    private final Normalisation normalisation = new Normalisation(library);

    /** @return refused with its reason, where the report would go to quarantine */
    Outcome<NormalisedReport> read(String mediaType, byte[] content) {
        ReceivedReport received = new ReceivedReport(
                ReportId.next(),
                ReceiptId.next(),
                "R-BENCH-1",
                Channel.MLLP,
                "bench",
                List.of("wc-bench"),
                "wc-bench",
                Optional.empty(),
                "1",
                mediaType,
                content,
                List.of(),
                Optional.empty(),
                Instant.EPOCH);
        return switch (structures.read(received)) {
            case Outcome.Passed<ExtractedReport> passed -> normalisation.normalise(passed.value());
            case Outcome.Refused<ExtractedReport> refused ->
                new Outcome.Refused<>(refused.report(), refused.at(), refused.reason());
        };
    }

    @Override
    public void close() throws IOException {
        library.destroy();
        structures.close();
    }
}
