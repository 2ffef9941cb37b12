package org.caseward.demo.samples;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caseward.demo.world.Clinic;
import org.caseward.demo.world.OpenCase;
import org.caseward.demo.world.Person;

/** C-CDA R2.1 documents as a clinic's record system writes them about a case. Template ids and codes are the standard's; everybody in them is fictional. */
public final class ClinicalNote {
    private static final String LOINC = "codeSystem=\"2.16.840.1.113883.6.1\"";
    private static final String ENTRY_OF_A_RESULT = """
            <component><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.2" extension="2015-08-01"/>
            <id root="1.3.6.1.4.1.99999.7" extension="R%d"/><code code="%s" %s displayName="%s"/><text><reference value="#result%d"/></text><statusCode code="completed"/>
            <effectiveTime value="%s"/><value xsi:type="PQ" value="%s" unit="%s"/><interpretationCode code="N" codeSystem="2.16.840.1.113883.5.83"/></observation></component>
            """;
    private static final String[][] RESULTS = {
        {"718-7", "Hemoglobin", "14.1", "g/dL"},
        {"6690-2", "Leukocytes", "7.2", "10*3/uL"},
        {"777-3", "Platelets", "251", "10*3/uL"},
        {"2345-7", "Glucose", "92", "mg/dL"},
        {"2160-0", "Creatinine", "0.9", "mg/dL"},
        {"1988-5", "C reactive protein", "3.1", "mg/L"}
    };

    private final OpenCase about;
    private final String controlId;
    private final LocalDate day;
    private final StringBuilder sections = new StringBuilder();

    private ClinicalNote(OpenCase about, String controlId, LocalDate day) {
        this.about = about;
        this.controlId = controlId;
        this.day = day;
    }

    /** A visit's progress note with a section about work. */
    static byte[] progressNote(OpenCase about, String controlId, LocalDate day) {
        return new ClinicalNote(about, controlId, day).visit().bytes();
    }

    /** The same with laboratory results until it has about that many bytes. */
    public static byte[] ofSize(OpenCase about, String controlId, LocalDate day, int bytes) {
        int alone = progressNote(about, controlId, day).length;
        int perResult = 540;
        return new ClinicalNote(about, controlId, day)
                .visit()
                .results(Math.max(1, (bytes - alone) / perResult))
                .bytes();
    }

    /** A note that is nothing but a scanned or printed document. */
    static byte[] unstructured(OpenCase about, String controlId, LocalDate day, byte[] pdf) {
        ClinicalNote note = new ClinicalNote(about, controlId, day);
        return note.whole("<nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">"
                + java.util.Base64.getEncoder().encodeToString(pdf) + "</text></nonXMLBody>");
    }

    private byte[] bytes() {
        return whole("<structuredBody>" + sections + "</structuredBody>");
    }

    private ClinicalNote visit() {
        section(
                "10164-2",
                "History of present illness",
                "<paragraph>Seen for " + escaped(about.injury()) + ".</paragraph>"
                        + "<paragraph>Claim number: " + about.claimNumber() + "</paragraph><paragraph>Date of injury: "
                        + about.injuryDate() + "</paragraph><paragraph>Body part: " + about.bodyPart() + "</paragraph>",
                "");
        section(
                "11450-4",
                "Problems",
                "<list><item ID=\"problem1\">" + escaped(about.injury()) + "</item></list>",
                filled("""
                <entry><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.3" extension="2015-08-01"/>
                <id root="1.3.6.1.4.1.99999.7" extension="{id}P"/><code code="CONC" codeSystem="2.16.840.1.113883.5.6"/><statusCode code="active"/><effectiveTime><low value="{injured}"/></effectiveTime>
                <entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.4" extension="2015-08-01"/>
                <id root="1.3.6.1.4.1.99999.7" extension="{id}PO"/><code code="55607006" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="completed"/>
                <effectiveTime><low value="{injured}"/></effectiveTime><value xsi:type="CD" code="{icd}" codeSystem="2.16.840.1.113883.6.90"><originalText><reference value="#problem1"/></originalText></value>
                </observation></entryRelationship></act></entry>
                """));
        section("29762-2", "Social history", "<paragraph>Occupation: Police officer</paragraph>", filled("""
                <entry><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.503" extension="2023-05-01"/>
                <id root="1.3.6.1.4.1.99999.7" extension="{id}O"/><code code="11341-5" codeSystem="2.16.840.1.113883.6.1" displayName="History of occupation"/><statusCode code="completed"/>
                <effectiveTime><low value="2012"/></effectiveTime><value xsi:type="CD" code="33-3051.00" codeSystem="2.16.840.1.114222.4.5.327" displayName="Police officer"/></observation></entry>
                """));
        section(
                "51847-2",
                "Work status",
                "<table><tbody><tr><td>Work status</td><td>Restricted duty from " + day + " through " + day.plusDays(14)
                        + "</td></tr><tr><td>Work restrictions</td><td>No lifting over 10 pounds</td></tr><tr><td>Follow-up</td><td>"
                        + day.plusDays(14)
                        + "</td></tr></tbody></table>",
                "");
        return this;
    }

    private ClinicalNote results(int count) {
        String rows = IntStream.range(0, count)
                .mapToObj(i -> "<tr><td ID=\"result" + i + "\">" + RESULTS[i % RESULTS.length][1] + "</td><td>"
                        + RESULTS[i % RESULTS.length][2] + " " + RESULTS[i % RESULTS.length][3] + "</td><td>"
                        + day.minusDays(i)
                        + "</td></tr>")
                .collect(Collectors.joining());
        String entries = IntStream.range(0, count)
                .mapToObj(i -> {
                    String[] result = RESULTS[i % RESULTS.length];
                    return ENTRY_OF_A_RESULT.formatted(
                            i, result[0], LOINC, result[1], i, stamp(day.minusDays(i)), result[2], result[3]);
                })
                .collect(Collectors.joining());
        section(
                "30954-2",
                "Results",
                "<table><thead><tr><th>Test</th><th>Value</th><th>Date</th></tr></thead><tbody>" + rows
                        + "</tbody></table>",
                "<entry><organizer classCode=\"BATTERY\" moodCode=\"EVN\"><templateId root=\"2.16.840.1.113883.10.20.22.4.1\"/><statusCode code=\"completed\"/>"
                        + entries + "</organizer></entry>");
        return this;
    }

    private void section(String code, String title, String text, String entries) {
        sections.append(
                "<component><section><code code=\"%s\" %s/><title>%s</title><text>%s</text>%s</section></component>\n"
                        .formatted(code, LOINC, title, text, entries));
    }

    private byte[] whole(String body) {
        return (filled("""
                <?xml version="1.0" encoding="UTF-8"?>
                <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sdtc="urn:hl7-org:sdtc">
                <realmCode code="US"/><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
                <templateId root="2.16.840.1.113883.10.20.22.1.1" extension="2015-08-01"/><templateId root="2.16.840.1.113883.10.20.22.1.9" extension="2015-08-01"/>
                <id root="1.3.6.1.4.1.99999.7.1" extension="{id}"/><code code="11506-3" codeSystem="2.16.840.1.113883.6.1" displayName="Progress note"/>
                <title>Progress note</title><effectiveTime value="{day}101500-0600"/><confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/><languageCode code="en-US"/>
                <setId root="1.3.6.1.4.1.99999.7.2" extension="{id}"/><versionNumber value="1"/>
                <recordTarget><patientRole><id root="1.3.6.1.4.1.99999.7.3" extension="MR{mrn}" assigningAuthorityName="{clinic}"/>
                <id root="1.3.6.1.4.1.99999.7.4" extension="{employee}" assigningAuthorityName="Lake Harbor employee number"/>
                <addr use="HP"><streetAddressLine>{street}</streetAddressLine><city>{city}</city><state>{state}</state><postalCode>{zip}</postalCode></addr><telecom use="HP" value="tel:{phone}"/>
                <patient><name use="L"><given>{given}</given>{middle}<family>{family}</family>{suffix}</name><administrativeGenderCode code="{sex}" codeSystem="2.16.840.1.113883.5.1"/>
                <birthTime value="{born}"/></patient></patientRole></recordTarget>
                <author><time value="{day}101500-0600"/><assignedAuthor><id root="2.16.840.1.113883.4.6" extension="{npi}"/><telecom use="WP" value="tel:{clinicPhone}"/>
                <telecom use="WP" value="fax:{clinicFax}"/><assignedPerson><name><given>{doctorGiven}</given><family>{doctorFamily}</family><suffix>{degree}</suffix></name></assignedPerson>
                <representedOrganization><name>{clinic}</name></representedOrganization></assignedAuthor></author>
                <custodian><assignedCustodian><representedCustodianOrganization><id root="1.3.6.1.4.1.99999.7"/><name>{clinic}</name></representedCustodianOrganization></assignedCustodian></custodian>
                <legalAuthenticator><time value="{day}102000-0600"/><signatureCode code="S"/><assignedEntity><id root="2.16.840.1.113883.4.6" extension="{npi}"/>
                <assignedPerson><name><given>{doctorGiven}</given><family>{doctorFamily}</family></name></assignedPerson></assignedEntity></legalAuthenticator>
                <componentOf><encompassingEncounter><id root="1.3.6.1.4.1.99999.7.5" extension="V{id}"/><effectiveTime><low value="{day}093000-0600"/><high value="{day}100000-0600"/></effectiveTime></encompassingEncounter></componentOf>
                <component>""") + body + "</component></ClinicalDocument>\n").getBytes(StandardCharsets.UTF_8);
    }

    private String filled(String template) {
        String text = template;
        for (Map.Entry<String, String> each : words().entrySet()) {
            text = text.replace("{" + each.getKey() + "}", each.getValue());
        }
        return text;
    }

    private Map<String, String> words() {
        Person p = about.person();
        Clinic clinic = about.clinic();
        Clinic.Physician doctor = clinic.physicians().getFirst();
        return Map.ofEntries(
                Map.entry("id", escaped(controlId)),
                Map.entry("day", stamp(day)),
                Map.entry("injured", stamp(about.injuryDate())),
                Map.entry("icd", about.diagnosis()),
                Map.entry("mrn", p.id().substring(3)),
                Map.entry("employee", p.employeeNumber()),
                Map.entry("street", escaped(p.address().line())),
                Map.entry("city", escaped(p.address().city())),
                Map.entry("state", p.address().state()),
                Map.entry("zip", p.address().zip()),
                Map.entry("phone", p.phone()),
                Map.entry("given", escaped(p.given())),
                Map.entry("middle", p.middle().isEmpty() ? "" : "<given>" + escaped(p.middle()) + "</given>"),
                Map.entry("family", escaped(p.family())),
                Map.entry(
                        "suffix",
                        p.suffix()
                                .map(suffix -> "<suffix>" + suffix + "</suffix>")
                                .orElse("")),
                Map.entry("sex", p.sex()),
                Map.entry("born", stamp(p.birthDate())),
                Map.entry("npi", doctor.npi()),
                Map.entry("clinicPhone", clinic.phone()),
                Map.entry("clinicFax", clinic.fax()),
                Map.entry("doctorGiven", escaped(doctor.given())),
                Map.entry("doctorFamily", escaped(doctor.family())),
                Map.entry("degree", doctor.degree()),
                Map.entry("clinic", escaped(clinic.name())));
    }

    private static String stamp(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
