package org.caseward.bench.meaning;

import java.util.Locale;

/** A fictional C-CDA progress note of some 40 kB: header, problems, procedures, results in entries and table, notes with work status. */
final class ClinicalSample {
    private static final int SIZE = 40_000;

    private ClinicalSample() {}

    static String of(int i) {
        StringBuilder document = new StringBuilder(header(i));
        document.append(section(
                "11450-4",
                "Problems",
                "<paragraph>Sprain of medial collateral ligament of left knee</paragraph>",
                problem()));
        document.append(
                section("47519-4", "Procedures", "<paragraph>Aspiration of left knee joint</paragraph>", procedure()));
        document.append(section(
                "10164-2",
                "History of present illness",
                "<paragraph>Fell from the engine on 2026-01-02 and twisted the left knee.</paragraph>"
                        + "<paragraph>Claim no: " + Messages.claim(i)
                        + "</paragraph><paragraph>Injury date: 2026-01-02</paragraph>",
                ""));
        document.append(section(
                "18776-5",
                "Plan of treatment",
                "<paragraph>Work status: restricted from 2026-01-10 through 2026-01-24</paragraph>"
                        + "<paragraph>Restrictions: no kneeling, no ladders</paragraph>",
                ""));
        StringBuilder rows = new StringBuilder();
        StringBuilder entries = new StringBuilder();
        for (int n = 0; document.length() + rows.length() + entries.length() < SIZE - 900; n++) {
            rows.append("<tr><td>Result ")
                    .append(n)
                    .append("</td><td>")
                    .append(value(i, n))
                    .append(" mmol/L</td></tr>");
            entries.append(result(i, n));
        }
        String table = "<table><thead><tr><th>Test</th><th>Value</th></tr></thead><tbody>" + rows + "</tbody></table>";
        return document.append(section("30954-2", "Results", table, entries.toString()))
                .append("</structuredBody></component></ClinicalDocument>")
                .toString();
    }

    private static String header(int i) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sdtc="urn:hl7-org:sdtc">
                <realmCode code="US"/><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
                <templateId root="2.16.840.1.113883.10.20.22.1.1" extension="2015-08-01"/><templateId root="2.16.840.1.113883.10.20.22.1.9" extension="2015-08-01"/>
                <id root="2.16.840.1.113883.19.5" extension="D%1$d"/><code code="11506-3" codeSystem="2.16.840.1.113883.6.1" displayName="Progress note"/>
                <title>Progress note</title><effectiveTime value="20260110101500+0000"/><confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
                <languageCode code="en-US"/><setId root="2.16.840.1.113883.19.5" extension="S%1$d"/><versionNumber value="1"/>
                <recordTarget><patientRole><id root="2.16.840.1.113883.19.5.1" extension="%2$d"/><id root="2.16.840.1.113883.4.1" extension="999-55-%3$s"/>
                <addr use="HP"><streetAddressLine>12 Elm St</streetAddressLine><city>Springfield</city><state>IL</state><postalCode>62704</postalCode></addr>
                <telecom use="HP" value="tel:+12175550142"/><patient><name use="L"><given>%4$s</given><given>Q</given><family>%5$s</family></name>
                <administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="1970%6$02d%7$02d"/></patient></patientRole></recordTarget>
                <author><time value="20260110101500+0000"/><assignedAuthor><id root="2.16.840.1.113883.4.6" extension="1234567893"/>
                <assignedPerson><name><given>Ada</given><family>Quinby</family></name></assignedPerson></assignedAuthor></author>
                <custodian><assignedCustodian><representedCustodianOrganization><id root="2.16.840.1.113883.19.5"/><name>Lakeside Clinic</name></representedCustodianOrganization></assignedCustodian></custodian>
                <componentOf><encompassingEncounter><effectiveTime><low value="20260110"/></effectiveTime></encompassingEncounter></componentOf>
                <component><structuredBody>
                """.formatted(
                        i,
                        40_000 + i,
                        String.format(Locale.ROOT, "%04d", i % 10_000),
                        Messages.given(i),
                        Messages.family(i),
                        i % 12 + 1,
                        i % 28 + 1);
    }

    private static String section(String code, String title, String text, String entries) {
        return "<component><section><code code=\"" + code + "\" codeSystem=\"2.16.840.1.113883.6.1\"/><title>" + title
                + "</title><text>" + text + "</text>" + entries + "</section></component>\n";
    }

    private static String problem() {
        return """
                <entry><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.3"/><code code="CONC"/><statusCode code="active"/>
                <entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.4"/>
                <code code="55607006" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="completed"/><effectiveTime><low value="20260102"/></effectiveTime>
                <value xsi:type="CD" code="S83.412A" codeSystem="2.16.840.1.113883.6.90" displayName="Sprain of medial collateral ligament of left knee"/>
                </observation></entryRelationship></act></entry>
                """;
    }

    private static String procedure() {
        return """
                <entry><procedure classCode="PROC" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.14"/>
                <code code="20610" codeSystem="2.16.840.1.113883.6.12" displayName="Aspiration of major joint"/><statusCode code="completed"/><effectiveTime value="20260110"/></procedure></entry>
                """;
    }

    private static String result(int i, int n) {
        return """
                <entry><organizer classCode="BATTERY" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.1"/><code code="24323-8" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/>
                <component><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.2"/><id root="2.16.840.1.113883.19" extension="R%d"/>
                <code code="2345-7" codeSystem="2.16.840.1.113883.6.1" displayName="Result %d"/><statusCode code="completed"/><effectiveTime value="20260110"/>
                <value xsi:type="PQ" value="%s" unit="mmol/L"/></observation></component></organizer></entry>
                """.formatted(n, n, value(i, n));
    }

    private static String value(int i, int n) {
        return String.format(Locale.ROOT, "%.1f", 4 + (i + n) % 40 / 10.0);
    }
}
