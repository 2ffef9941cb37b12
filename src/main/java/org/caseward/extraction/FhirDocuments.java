package org.caseward.extraction;

import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;

/** Finds the documents carried inline in FHIR resources. */
final class FhirDocuments {
    private FhirDocuments() {}

    static void collect(IBaseResource resource, EmbeddedDocuments.Collector into) {
        switch (resource) {
            case Bundle bundle -> {
                List<Bundle.BundleEntryComponent> entries = bundle.getEntry();
                for (int i = 0; i < entries.size(); i++) {
                    single(entries.get(i).getResource(), "Bundle.entry[" + i + "].resource", into);
                }
            }
            default -> single(resource, resource.fhirType(), into);
        }
    }

    private static void single(
            @org.jspecify.annotations.Nullable IBaseResource resource, String at, EmbeddedDocuments.Collector into) {
        switch (resource) {
            case DocumentReference reference -> {
                for (int i = 0; i < reference.getContent().size(); i++) {
                    attachment(
                            reference.getContent().get(i).getAttachment(), at + ".content[" + i + "].attachment", into);
                }
            }
            case DiagnosticReport report -> {
                for (int i = 0; i < report.getPresentedForm().size(); i++) {
                    attachment(report.getPresentedForm().get(i), at + ".presentedForm[" + i + "]", into);
                }
            }
            case Binary binary -> data(at, binary.getContentType(), binary.getData(), into);
            case null, default -> {
                // carries no document
            }
        }
    }

    private static void attachment(Attachment attachment, String at, EmbeddedDocuments.Collector into) {
        data(at, attachment.getContentType(), attachment.getData(), into);
    }

    private static void data(
            String at,
            @org.jspecify.annotations.Nullable String contentType,
            byte @org.jspecify.annotations.Nullable [] data,
            EmbeddedDocuments.Collector into) {
        if (data != null && data.length > 0) {
            into.add(at, contentType == null ? "" : contentType, data);
        }
    }
}
