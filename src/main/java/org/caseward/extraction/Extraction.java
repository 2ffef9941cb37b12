package org.caseward.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caseward.report.Outcome;
import org.caseward.report.Reason;
import org.caseward.report.ReceivedReport;
import org.caseward.report.Step;
import org.springframework.stereotype.Component;

/** Reads a received report: structure where it has one, and the pages of every document in it. */
@Component("extraction")
public class Extraction {
    private final Hl7Messages hl7;
    private final FhirResources fhir;
    private final DocumentPages documents;

    Extraction(Hl7Messages hl7, FhirResources fhir, DocumentPages documents) {
        this.hl7 = hl7;
        this.fhir = fhir;
        this.documents = documents;
    }

    /**
     * @return refused where nothing at all can be read ({@code hl7-…}, {@code fhir-…}, {@code cda-…}, {@code xml-dtd}, {@code pdf-…}, {@code tiff-…}, {@code reading-…}); what is only partly read passes, with notes
     * @throws org.caseward.report.OutageException where no worker can be started or the document store is down
     */
    public Outcome<ExtractedReport> extract(ReceivedReport report) {
        try {
            return new Outcome.Passed<>(read(report));
        } catch (UnreadableException unreadable) {
            return new Outcome.Refused<>(report.id(), Step.EXTRACTED, unreadable.reason());
        }
    }

    private ExtractedReport read(ReceivedReport report) throws UnreadableException {
        String type = report.mediaType().toLowerCase(Locale.ROOT);
        if (type.startsWith("x-application/hl7-v2")) {
            Source.Hl7 source = new Source.Hl7(hl7.parse(report.content()));
            return withEmbedded(report, source, EmbeddedDocuments.of(source.message()));
        }
        if (CdaDocuments.is(report.content())) {
            return clinical(report, CdaDocuments.parse(report.content(), ""));
        }
        if (type.startsWith("application/fhir+")) {
            Source.Fhir source = new Source.Fhir(fhir.parse(report.content(), type));
            return withEmbedded(
                    report,
                    source,
                    EmbeddedDocuments.of(source.resource(), hash -> documents.held(report.homeProgram(), hash)));
        }
        return document(report);
    }

    private ExtractedReport clinical(ReceivedReport report, CdaDocument document) {
        DocumentPages.Sheaf sheaf = documents.sheaf(report.homeProgram(), report.pages());
        List<CdaDocument> alone = List.of(document);
        Source source = new Source.Cda(document);
        PeopleInside.notes(source, alone).forEach(sheaf::note);
        EmbeddedDocuments bodies = ClinicalPages.read(document, sheaf);
        return new ExtractedReport(report, source, sheaf.pages(), bodies.hashes(), alone, sheaf.notes());
    }

    private ExtractedReport document(ReceivedReport report) throws UnreadableException {
        DocumentPages.Sheaf sheaf = documents.sheaf(report.homeProgram(), report.pages());
        sheaf.add(report.mediaType(), report.content());
        if (sheaf.pages().isEmpty()) {
            throw new UnreadableException(new Reason(
                    "pages-missing",
                    "The document has none of the pages asked for. Look at the document it was split from."));
        }
        return new ExtractedReport(
                report, new Source.Document(report.mediaType()), sheaf.pages(), List.of(), sheaf.notes());
    }

    /** A document that can't be read does not stop its message: what the message itself says is still worth having. */
    private ExtractedReport withEmbedded(ReceivedReport report, Source source, EmbeddedDocuments found) {
        DocumentPages.Sheaf sheaf = documents.sheaf(report.homeProgram(), report.pages());
        List<CdaDocument> clinical = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>(found.hashes());
        found.notes().forEach(sheaf::note);
        for (EmbeddedDocuments.Embedded each : found.documents()) {
            try {
                if (CdaDocuments.is(each.content())) {
                    CdaDocument document = CdaDocuments.parse(each.content(), each.path());
                    clinical.add(document);
                    hashes.addAll(ClinicalPages.read(document, sheaf).hashes());
                } else {
                    sheaf.add(each.mediaType(), each.content());
                }
            } catch (UnreadableException unreadable) {
                sheaf.note(EmbeddedDocuments.unreadable(each.path(), unreadable.reason()));
            }
        }
        PeopleInside.notes(source, clinical).forEach(sheaf::note);
        return new ExtractedReport(report, source, sheaf.pages(), hashes, clinical, sheaf.notes());
    }
}
