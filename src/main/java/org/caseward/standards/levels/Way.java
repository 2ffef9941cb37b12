package org.caseward.standards.levels;

import java.util.Map;
import org.caseward.extraction.Source;
import org.caseward.report.FieldNames;

/** How a report came, for telling its sender where to put what lacks. */
enum Way {
    HL7(Map.of(
            FieldNames.FAMILY,
            "Send it in PID-5.",
            FieldNames.GIVEN,
            "Send it in PID-5.",
            FieldNames.BIRTH_DATE,
            "Send it in PID-7.",
            FieldNames.CLAIM_NUMBER,
            "Send the claim number in IN1-36, or the date of injury in ACC-1, or either on a line of text such as \"Claim no: …\" or \"Injury date: …\".",
            FieldNames.PROVIDER_NAME,
            "Send it in PV1-7, OBR-16 or TXA-9.",
            FieldNames.SERVICE_DATE,
            "Send it in OBR-7, TXA-4 or PV1-44.",
            "documentType",
            "Send a LOINC code in OBR-4, or the document's type in TXA-2.")),
    FHIR(Map.of(
            FieldNames.FAMILY,
            "Send the Patient with its name.",
            FieldNames.GIVEN,
            "Send the Patient with its name.",
            FieldNames.BIRTH_DATE,
            "Send the Patient with its birthDate.",
            FieldNames.CLAIM_NUMBER,
            "Send the claim number as an identifier of the Patient (type WC) or in DocumentReference.context.related, or the date of injury as the onset of the Condition.",
            FieldNames.PROVIDER_NAME,
            "Send the author as a Practitioner with a name or NPI.",
            FieldNames.SERVICE_DATE,
            "Send it in DocumentReference.context.period or DiagnosticReport.effective[x].",
            "documentType",
            "Send a LOINC code in DocumentReference.type or DiagnosticReport.code.")),
    CDA(Map.of(
            FieldNames.FAMILY,
            "Send it in recordTarget.",
            FieldNames.GIVEN,
            "Send it in recordTarget.",
            FieldNames.BIRTH_DATE,
            "Send it in recordTarget (birthTime).",
            FieldNames.CLAIM_NUMBER,
            "Write either into the text of a section, as \"Claim no: …\" or \"Injury date: …\".",
            FieldNames.PROVIDER_NAME,
            "Send the author with a name or NPI.",
            FieldNames.SERVICE_DATE,
            "Send it in documentationOf/serviceEvent or componentOf/encompassingEncounter.",
            "documentType",
            "Send a LOINC code as the document's code.")),
    DOCUMENT(Map.of(
            FieldNames.CLAIM_NUMBER,
            "Write one of them on the form.",
            FieldNames.PROVIDER_NAME,
            "Write or stamp it on the form.",
            "documentType",
            "Use the form that is meant for it, or put a title on the first page."));

    private static final String WRITE = "Write it on the form.";

    private final Map<String, String> places;

    Way(Map<String, String> places) {
        this.places = places;
    }

    static Way of(Source source) {
        return switch (source) {
            case Source.Hl7 hl7 -> HL7;
            case Source.Fhir fhir -> FHIR;
            case Source.Cda cda -> CDA;
            case Source.Document document -> DOCUMENT;
        };
    }

    String how(String field) {
        return places.getOrDefault(field, WRITE);
    }
}
