package org.caseward.publishing.fhir;

import static org.caseward.publishing.fhir.RecordBundle.SYSTEM;

import java.util.Map;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;

/** Codes of others' systems that the vocabulary corresponds to; nothing is guessed: what has no exact code keeps ours. */
final class Coded {
    static final String LOINC = "http://loinc.org";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
    /** Letter, digit, letter or digit; then up to four after the point (CDC, ICD-10-CM). */
    private static final Pattern ICD = Pattern.compile("[A-TV-Z][0-9][0-9AB](\\.[0-9A-TV-Z]{1,4})?");
    /** LOINC's "Note", of no particular kind. */
    private static final String NOTE = "34109-9";
    /** LOINC's document ontology, for the types that name a kind of clinical note. */
    private static final Map<String, String> NOTES = Map.of(
            "progress-note", "11506-3",
            "discharge-summary", "18842-5",
            "operative-note", "11504-8",
            "imaging", "18748-4",
            "laboratory", "11502-2",
            "referral", "57133-1");

    private Coded() {}

    static CodeableConcept own(String system, String code, String text) {
        CodeableConcept concept = new CodeableConcept().setText(text);
        concept.addCoding().setSystem(SYSTEM + system).setCode(code);
        return concept;
    }

    static CodeableConcept hl7(String system, String code) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(TERMINOLOGY + system).setCode(code);
        return concept;
    }

    static CodeableConcept loinc(String code, String text) {
        CodeableConcept concept = new CodeableConcept().setText(text);
        concept.addCoding().setSystem(LOINC).setCode(code);
        return concept;
    }

    /** The hub's own type, and LOINC's code for it, because US Core asks for one: the plainest where none is exact. */
    static CodeableConcept document(String type) {
        CodeableConcept concept = own("document-type", type, words(type));
        concept.addCoding().setSystem(LOINC).setCode(NOTES.getOrDefault(type, NOTE));
        return concept;
    }

    static CodeableConcept diagnosis(String value) {
        CodeableConcept concept = new CodeableConcept().setText(value);
        if (ICD.matcher(value).matches()) {
            concept.addCoding().setSystem(ICD_10_CM).setCode(value);
        }
        return concept;
    }

    /** {@code off_work} as {@code off work}. */
    static String words(String code) {
        return code.replace('_', ' ').replace('-', ' ');
    }
}
