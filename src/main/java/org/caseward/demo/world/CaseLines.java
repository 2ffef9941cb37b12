package org.caseward.demo.world;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes cases in the hub's NDJSON. */
final class CaseLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CaseLines() {}

    static byte[] of(List<OpenCase> cases) {
        return cases.stream()
                .map(c -> JSON.writeValueAsString(line(c)))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> line(OpenCase c) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("program", c.program());
        line.put("caseNumber", c.caseNumber());
        line.put("claimNumbers", c.claimNumbers());
        line.put("status", "open");
        line.put("opened", c.opened().toString());
        line.put("injuryDate", c.injuryDate().toString());
        line.put("bodyParts", List.of(c.bodyPart()));
        line.put("diagnoses", List.of(c.diagnosis()));
        line.put("employer", c.person().employer());
        line.put("unit", c.person().unit());
        line.put("coordinator", c.coordinator());
        line.put("person", person(c.person()));
        line.put("providers", List.of(provider(c.clinic())));
        return line;
    }

    private static Map<String, Object> person(Person p) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("id", p.id());
        person.put("family", p.family());
        person.put("given", p.given());
        person.put("middle", p.middle());
        p.suffix().ifPresent(suffix -> person.put("suffix", suffix));
        person.put("formerFamily", p.formerFamily());
        person.put("birthDate", p.birthDate().toString());
        person.put("sex", p.sex());
        person.put("ssnLast4", p.ssnLast4());
        person.put("employeeNumber", p.employeeNumber());
        person.put("address", address(p.address()));
        person.put("phones", List.of(p.phone()));
        return person;
    }

    private static Map<String, Object> provider(Clinic clinic) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", clinic.name());
        map.put("npi", clinic.npi());
        map.put("fax", clinic.fax());
        return map;
    }

    private static Map<String, Object> address(Person.Address address) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("line", address.line());
        map.put("city", address.city());
        map.put("state", address.state());
        map.put("zip", address.zip());
        return map;
    }
}
