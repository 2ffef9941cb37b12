package org.caseward.casefile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Feeds for tests. */
public final class Feeds {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Feeds() {}

    public static InputStream of(String... lines) {
        return new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    public static InputStream of(List<CaseFile> cases) {
        return of(cases.stream().map(JSON::writeValueAsString).toArray(String[]::new));
    }

    /** A case as the contract shows it, with fictional values. */
    public static String contractCase(String program, String number) {
        return """
                {"program": "%s", "caseNumber": "%s", "claimNumbers": ["WC-88-120934"], "status": "open", "opened": "2026-01-05", \
                "closed": null, "injuryDate": "2026-01-02", "bodyParts": ["left knee"], "diagnoses": ["S83.412A"], \
                "employer": "Harbor City", "unit": "District 4", "coordinator": "ann", \
                "person": {"id": "P-1", "family": "Brandt", "given": "Wilma", "middle": "K", "suffix": "Jr", \
                "formerFamily": ["Oakes"], "birthDate": "1980-02-14", "sex": "F", "ssnLast4": "1234", "employeeNumber": "E-77", \
                "address": {"line": "1 Elm St", "city": "Harbor City", "state": "IL", "zip": "60601"}, "phones": ["312-555-0101"]}, \
                "providers": [{"name": "Dr. Ada Field", "npi": "1234567893", "fax": "312-555-0199"}]}""".formatted(program, number);
    }
}
