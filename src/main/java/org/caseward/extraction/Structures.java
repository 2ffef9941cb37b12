package org.caseward.extraction;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caseward.report.Outcome;
import org.caseward.report.Reason;
import org.caseward.report.ReceivedReport;
import org.caseward.report.Step;

/** The structure of messages and clinical documents by itself, without pages: for measuring, and for counting over samples. Needs no worker and no document store. */
public final class Structures implements AutoCloseable {
    private final Hl7Messages hl7 = new Hl7Messages();
    private final FhirResources fhir = new FhirResources(FhirContext.forR4Cached());

    /** @return refused where nothing can be read, or where it is a paper without structure ({@code no-structure}) */
    public Outcome<ExtractedReport> read(ReceivedReport report) {
        try {
            return new Outcome.Passed<>(structure(report));
        } catch (UnreadableException unreadable) {
            return new Outcome.Refused<>(report.id(), Step.EXTRACTED, unreadable.reason());
        }
    }

    private ExtractedReport structure(ReceivedReport report) throws UnreadableException {
        String type = report.mediaType().toLowerCase(Locale.ROOT);
        if (type.startsWith("x-application/hl7-v2")) {
            Source.Hl7 source = new Source.Hl7(hl7.parse(report.content()));
            return extracted(report, source, EmbeddedDocuments.of(source.message()));
        }
        if (CdaDocuments.is(report.content())) {
            CdaDocument document = CdaDocuments.parse(report.content(), "");
            return new ExtractedReport(
                    report, new Source.Cda(document), List.of(), List.of(), List.of(document), List.of());
        }
        if (type.startsWith("application/fhir+")) {
            return new ExtractedReport(
                    report, new Source.Fhir(fhir.parse(report.content(), type)), List.of(), List.of());
        }
        throw new UnreadableException(new Reason("no-structure", "This is no message and no clinical document."));
    }

    private static ExtractedReport extracted(ReceivedReport report, Source source, EmbeddedDocuments found)
            throws UnreadableException {
        List<CdaDocument> clinical = new ArrayList<>();
        for (EmbeddedDocuments.Embedded each : found.documents()) {
            if (CdaDocuments.is(each.content())) {
                clinical.add(CdaDocuments.parse(each.content(), each.path()));
            }
        }
        return new ExtractedReport(report, source, List.of(), found.hashes(), clinical, found.notes());
    }

    @Override
    public void close() throws IOException {
        hl7.close();
    }
}
