package org.caseward.extraction;

import ca.uhn.hl7v2.model.Message;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** What a report's content turned out to be. */
public sealed interface Source {
    /** An HL7 v2 message, parsed leniently into the generic model. */
    record Hl7(Message message) implements Source {}

    /** A FHIR R4 resource: a DocumentReference, a DiagnosticReport, a transaction Bundle, or the Parameters of {@code $submit-attachment}. */
    record Fhir(IBaseResource resource) implements Source {}

    /** A clinical document (C-CDA). */
    record Cda(CdaDocument document) implements Source {}

    /** A document without structure of its own: only its pages speak. */
    record Document(String mediaType) implements Source {}
}
