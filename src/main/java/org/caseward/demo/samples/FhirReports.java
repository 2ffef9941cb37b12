package org.caseward.demo.samples;

import static org.caseward.demo.samples.FhirParts.claim;
import static org.caseward.demo.samples.FhirParts.concept;
import static org.caseward.demo.samples.FhirParts.loinc;
import static org.caseward.demo.samples.FhirParts.object;
import static org.caseward.demo.samples.FhirParts.reference;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.OpenCase;

/** The resources that the clinics' systems post about a case. */
final class FhirReports {
    private FhirReports() {}

    /** @param attachment the document itself, {@code type} its media type */
    static Map<String, Object> documentReference(
            OpenCase c, String controlId, LocalDate day, Map<String, Object> kind, String type, byte[] attachment) {
        Map<String, Object> patient = identified(FhirParts.patient(c.person()), "patient");
        Clinic.Physician physician = c.clinic().physicians().getFirst();
        Map<String, Object> author = identified(FhirParts.practitioner(physician), "author");
        return object(
                "resourceType", "DocumentReference",
                "contained", List.of(patient, author),
                "masterIdentifier", object("system", FhirParts.DOCUMENTS, "value", controlId),
                "status", "current",
                "docStatus", "final",
                "type", kind,
                "category",
                        List.of(concept(
                                "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category",
                                "clinical-note",
                                "Clinical Note")),
                "subject", reference("#patient"),
                "date", day + "T10:15:00-06:00",
                "author", List.of(reference("#author")),
                "content",
                        List.of(object(
                                "attachment",
                                object(
                                        "contentType", type,
                                        "data", Base64.getEncoder().encodeToString(attachment),
                                        "title", String.valueOf(kind.get("text"))))),
                "context",
                        object(
                                "period", object("start", day.toString(), "end", day.toString()),
                                "related", List.of(object("identifier", claim(c.claimNumber())))));
    }

    /** A report by itself, with its patient and physician inside. */
    static Map<String, Object> diagnosticReport(
            OpenCase c, String controlId, LocalDate day, String type, byte[] presented) {
        return object(
                "resourceType", "DiagnosticReport",
                "contained",
                        List.of(
                                identified(FhirParts.patient(c.person()), "patient"),
                                identified(
                                        FhirParts.practitioner(
                                                c.clinic().physicians().getFirst()),
                                        "author")),
                "identifier",
                        List.of(object("system", FhirParts.DOCUMENTS, "value", controlId), claim(c.claimNumber())),
                "status", "final",
                "code", loinc("11506-3", "Progress note"),
                "subject", reference("#patient"),
                "effectiveDateTime", day.toString(),
                "issued", day + "T10:15:00-06:00",
                "performer", List.of(reference("#author")),
                "presentedForm",
                        List.of(object(
                                "contentType", type, "data", Base64.getEncoder().encodeToString(presented))));
    }

    /** A document for a claim, as Da Vinci CDex hands it in. */
    static Map<String, Object> attachment(String trackingId, Map<String, Object> document) {
        return object(
                "resourceType",
                "Parameters",
                "parameter",
                List.of(
                        object(
                                "name",
                                "TrackingId",
                                "valueIdentifier",
                                object("system", FhirParts.DOCUMENTS, "value", trackingId)),
                        object("name", "AttachTo", "valueCode", "claim"),
                        object(
                                "name",
                                "MemberId",
                                "valueIdentifier",
                                object("system", "https://payer.example/members", "value", "M-" + trackingId)),
                        object(
                                "name",
                                "Attachment",
                                "part",
                                List.of(object("name", "Content", "resource", document)))));
    }

    /** A visit as a transaction: who, what was found, and the coverage that names the claim. */
    static Map<String, Object> transaction(OpenCase c, String controlId, LocalDate day) {
        Clinic.Physician physician = c.clinic().physicians().getFirst();
        String patient = urn(controlId + "/patient");
        String doctor = urn(controlId + "/practitioner");
        String finding = urn(controlId + "/observation");
        return object(
                "resourceType",
                "Bundle",
                "identifier",
                object("system", FhirParts.DOCUMENTS, "value", controlId),
                "type",
                "transaction",
                "timestamp",
                day + "T10:15:00-06:00",
                "entry",
                List.of(
                        entry(patient, FhirParts.patient(c.person())),
                        entry(doctor, FhirParts.practitioner(physician)),
                        entry(urn(controlId + "/condition"), condition(c, patient)),
                        entry(urn(controlId + "/coverage"), coverage(c, patient)),
                        entry(finding, observation(c, patient, day)),
                        entry(
                                urn(controlId + "/report"),
                                diagnosticReport(c, controlId, day, patient, doctor, finding))));
    }

    private static Map<String, Object> condition(OpenCase c, String patient) {
        return object(
                "resourceType", "Condition",
                "clinicalStatus",
                        concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", "Active"),
                "code", concept("http://hl7.org/fhir/sid/icd-10-cm", c.diagnosis(), c.injury()),
                "bodySite", List.of(object("text", c.bodyPart())),
                "subject", reference(patient),
                "onsetDateTime", c.injuryDate().toString());
    }

    private static Map<String, Object> coverage(OpenCase c, String patient) {
        return object(
                "resourceType", "Coverage",
                "identifier", List.of(claim(c.claimNumber())),
                "status", "active",
                "type", concept("http://terminology.hl7.org/CodeSystem/v3-ActCode", "WCBPOL", "worker's compensation"),
                "beneficiary", reference(patient),
                "payor", List.of(object("display", "Lake Harbor Claims Services")));
    }

    private static Map<String, Object> observation(OpenCase c, String patient, LocalDate day) {
        return object(
                "resourceType", "Observation",
                "status", "final",
                "code", loinc("8716-3", "Vital signs"),
                "subject", reference(patient),
                "effectiveDateTime", day.toString(),
                "bodySite", object("text", c.bodyPart()),
                "valueString", "Range of motion improving");
    }

    private static Map<String, Object> diagnosticReport(
            OpenCase c, String controlId, LocalDate day, String patient, String doctor, String finding) {
        return object(
                "resourceType", "DiagnosticReport",
                "identifier", List.of(object("system", FhirParts.DOCUMENTS, "value", controlId)),
                "status", "final",
                "code", loinc("11506-3", "Progress note"),
                "subject", reference(patient),
                "effectiveDateTime", day.toString(),
                "issued", day + "T10:15:00-06:00",
                "performer", List.of(reference(doctor)),
                "result", List.of(reference(finding)),
                "conclusion", "Work status: restricted duty from " + day + " through " + day.plusDays(14));
    }

    private static Map<String, Object> entry(String fullUrl, Map<String, Object> resource) {
        return object(
                "fullUrl", fullUrl,
                "resource", resource,
                "request", object("method", "POST", "url", String.valueOf(resource.get("resourceType"))));
    }

    private static Map<String, Object> identified(Map<String, Object> resource, String id) {
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("resourceType", String.valueOf(resource.get("resourceType")));
        copy.put("id", id);
        copy.putAll(resource);
        return copy;
    }

    private static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
