package org.caseward.publishing;

import ca.uhn.fhir.context.FhirContext;
import java.util.Date;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContentComponent;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.springframework.stereotype.Component;

/** A filed report as a FHIR R4 DocumentReference; the document itself stays in the hub, named by its hash. */
@Component
class FhirRecord {
    private static final String SYSTEM = "urn:caseward:";

    private final FhirContext fhir;

    FhirRecord(FhirContext fhir) {
        this.fhir = fhir;
    }

    String of(DecidedReport report, String caseNumber) {
        DocumentReference document = new DocumentReference();
        document.setId(report.id().toString());
        document.setStatus(DocumentReferenceStatus.CURRENT);
        document.getMasterIdentifier()
                .setSystem(SYSTEM + "report")
                .setValue(report.id().toString());
        document.addIdentifier().setSystem(SYSTEM + "receipt").setValue(report.receipt());
        document.getType().addCoding().setSystem(SYSTEM + "document-type").setCode(report.documentType());
        document.setDate(Date.from(report.receivedAt()));
        document.getContext()
                .addRelated()
                .getIdentifier()
                .setSystem(SYSTEM + "case:" + report.program())
                .setValue(caseNumber);
        DocumentReferenceContentComponent content = document.addContent();
        content.getAttachment().setTitle(report.documentType());
        content.getAttachment().addExtension(SYSTEM + "sha256", new org.hl7.fhir.r4.model.StringType(report.sha256()));
        return fhir.newJsonParser().encodeResourceToString(document);
    }
}
