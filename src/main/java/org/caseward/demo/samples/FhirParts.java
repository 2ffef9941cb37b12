package org.caseward.demo.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.Person;
import tools.jackson.databind.json.JsonMapper;

/** Pieces of FHIR R4 resources, as US Core asks for them. */
final class FhirParts {
    static final String DOCUMENTS = "https://cityhospital.example/documents";
    static final String CLAIMS = "https://claims.lakeharbor.example/claim-number";
    private static final String KINDS = "http://terminology.hl7.org/CodeSystem/v2-0203";

    private FhirParts() {}

    /** A map that keeps the order of its names; the values follow their names. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    static Map<String, Object> patient(Person p) {
        List<Object> identifiers = new ArrayList<>();
        identifiers.add(identifier(
                "MR", "Medical record number", "https://cityhospital.example/mrn", "MR" + p.id().substring(3)));
        identifiers.add(
                identifier("EI", "Employee number", "https://lakeharbor.example/employees", p.employeeNumber()));
        List<String> given = p.middle().isEmpty() ? List.of(p.given()) : List.of(p.given(), p.middle());
        Map<String, Object> name = object("use", "official", "family", p.family(), "given", given);
        p.suffix().ifPresent(suffix -> name.put("suffix", List.of(suffix)));
        return object(
                "resourceType", "Patient",
                "identifier", identifiers,
                "name", List.of(name),
                "telecom", List.of(object("system", "phone", "value", p.phone(), "use", "home")),
                "gender", p.sex().equals("F") ? "female" : "male",
                "birthDate", p.birthDate().toString(),
                "address",
                        List.of(object(
                                "line", List.of(p.address().line()),
                                "city", p.address().city(),
                                "state", p.address().state(),
                                "postalCode", p.address().zip())));
    }

    static Map<String, Object> practitioner(Clinic.Physician p) {
        return object(
                "resourceType", "Practitioner",
                "identifier", List.of(object("system", "http://hl7.org/fhir/sid/us-npi", "value", p.npi())),
                "name", List.of(object("family", p.family(), "given", List.of(p.given()), "prefix", List.of("Dr."))));
    }

    /** The kinds are of HL7 table 0203, where WCN is the workers' compensation number. */
    static Map<String, Object> identifier(String kind, String words, String system, String value) {
        return object("type", concept(KINDS, kind, words), "system", system, "value", value);
    }

    static Map<String, Object> claim(String number) {
        return identifier("WCN", "Claim number", CLAIMS, number);
    }

    static Map<String, Object> concept(String system, String code, String words) {
        return object("coding", List.of(object("system", system, "code", code, "display", words)), "text", words);
    }

    static Map<String, Object> loinc(String code, String words) {
        return concept("http://loinc.org", code, words);
    }

    static Map<String, Object> reference(String to) {
        return object("reference", to);
    }

    /** The attached document of a DocumentReference. */
    static byte[] attachment(byte[] documentReference) {
        return JsonMapper.shared()
                .readTree(documentReference)
                .path("content")
                .path(0)
                .path("attachment")
                .path("data")
                .binaryValue();
    }
}
