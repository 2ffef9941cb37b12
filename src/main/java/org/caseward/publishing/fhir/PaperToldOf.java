package org.caseward.publishing.fhir;

import static org.caseward.publishing.fhir.RecordBundle.SYSTEM;

import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** The document as it was received. Its bytes stay in the hub, named by their hash. */
final class PaperToldOf {
    private static final String CATEGORIES =
            "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";

    private final FiledReport report;
    private final RecordBundle bundle;

    PaperToldOf(FiledReport report, RecordBundle bundle) {
        this.report = report;
        this.bundle = bundle;
    }

    Reference document(Reference patient, @Nullable Reference practitioner, @Nullable Reference encounter) {
        DocumentReference document = new DocumentReference();
        document.getMasterIdentifier()
                .setSystem(SYSTEM + "report")
                .setValue(report.id().toString());
        document.addIdentifier().setSystem(SYSTEM + "receipt").setValue(report.receipt());
        document.addIdentifier().setSystem(SYSTEM + "control-id").setValue(report.controlId());
        document.setStatus(DocumentReferenceStatus.CURRENT);
        document.setType(Coded.document(report.documentType()));
        CodeableConcept category = new CodeableConcept();
        category.addCoding().setSystem(CATEGORIES).setCode("clinical-note");
        document.addCategory(category);
        document.setSubject(patient);
        document.setDateElement(Moments.instant(report.receivedAt()));
        if (practitioner != null) {
            document.addAuthor(practitioner);
        }
        if (encounter != null) {
            document.getContext().addEncounter(encounter);
        }
        report.program()
                .ifPresent(program -> report.cases()
                        .forEach(number -> document.getContext()
                                .addRelated()
                                .getIdentifier()
                                .setSystem(SYSTEM + "case:" + program)
                                .setValue(number)));
        document.addContent().setAttachment(attachment());
        return bundle.add(report.id().value(), document);
    }

    private Attachment attachment() {
        Attachment attachment = new Attachment();
        report.mediaType().ifPresent(attachment::setContentType);
        attachment.setUrl(SYSTEM + "document:" + report.sha256());
        attachment.setTitle(report.documentType());
        attachment.addExtension(SYSTEM + "sha256", new StringType(report.sha256()));
        return attachment;
    }
}
