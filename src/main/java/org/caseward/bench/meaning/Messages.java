package org.caseward.bench.meaning;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Fictional messages of a clinic's everyday sizes; another person, case and number for each. */
final class Messages {
    private static final String[] FAMILIES = {"Abernathy", "Castillo", "Johansson", "Okafor", "Petrova", "Quist"};
    private static final String[] GIVENS = {"Wilma", "Tomas", "Greta", "Jonas", "Amina", "Piotr"};
    private static final List<String> FINDINGS = List.of(
            "Seen today for a sprained left knee after a fall from the engine. Mild effusion, no locking.",
            "Range of motion 0 to 110 degrees. Ligaments stable. Gait antalgic without aid.",
            "Assessment: sprain of the medial collateral ligament of the left knee, improving.",
            "Plan: physical therapy twice a week for four weeks, ice, elevation, naproxen as needed.",
            "The patient understands the plan and will call the clinic if the swelling returns.");

    private Messages() {}

    /** An ORU^R01 of some 1.5 kB: a note with labelled lines. */
    static String result(int i) {
        return head(i, "ORU^R01^ORU_R01")
                + "PV1|1|O|OCC^12^A|||" + provider() + "|||MED\r"
                + "ORC|RE|P" + i + "|F" + i + "|||||||||" + provider() + "\r"
                + "OBR|1|P" + i + "|F" + i + "|11506-3^Progress note^LN|||20260110093000||||||||" + provider()
                + "||||||20260110101500||GEN|F\r"
                + text(1, FINDINGS.get(0)) + text(2, FINDINGS.get(1)) + text(3, FINDINGS.get(2))
                + text(9, FINDINGS.get(3)) + text(10, FINDINGS.get(4))
                + text(4, "Claim no: " + claim(i))
                + text(5, "Injury date: 2026-01-02")
                + text(6, "Body part: left knee")
                + text(7, "Work status: off work from 2026-01-10 through 2026-01-24")
                + text(8, "Restrictions: no kneeling, no ladders")
                + "NTE|1||Follow-up: 2026-01-24\r"
                + "DG1|1||S83.412A^Sprain of medial collateral ligament of left knee^I10|||F\r";
    }

    /** An MDM^T02 of some 5 kB: the note itself as text, no document inside. */
    static String document(int i) {
        StringBuilder message = new StringBuilder(head(i, "MDM^T02^MDM_T02"))
                .append("EVN|T02|20260110120000\r")
                .append("PV1|1|O|OCC^12^A|||")
                .append(provider())
                .append("|||MED\r")
                .append("TXA|1|PN|TX|20260110093000|")
                .append(provider())
                .append("||20260110101500||")
                .append(provider())
                .append("|||DOC")
                .append(i)
                .append("||||||AU||AV\r");
        int line = 1;
        while (message.length() < 4_600) {
            message.append(text(line, FINDINGS.get(line % FINDINGS.size())));
            line++;
        }
        return message.append(text(line, "Claim no: " + claim(i)))
                .append(text(line + 1, "Injury date: 2026-01-02"))
                .append(text(line + 2, "Body part: left knee"))
                .append(text(line + 3, "Work status: restricted from 2026-01-10 through 2026-01-24"))
                .append("DG1|1||S83.412A^Sprain of medial collateral ligament of left knee^I10|||F\r")
                .toString();
    }

    static List<String> results(int count) {
        return IntStream.range(0, count).mapToObj(Messages::result).toList();
    }

    static List<String> documents(int count) {
        return IntStream.range(0, count).mapToObj(Messages::document).toList();
    }

    static String family(int i) {
        return FAMILIES[i % FAMILIES.length];
    }

    static String given(int i) {
        return GIVENS[i / FAMILIES.length % GIVENS.length];
    }

    static String claim(int i) {
        return String.format(Locale.ROOT, "WC-88-%06d", i);
    }

    private static String head(int i, String type) {
        return "MSH|^~\\&|LABSYS|CITYHOSP|HUB|AGENCY|20260110120000||" + type + "|B" + i + "|P|2.5.1\r"
                + "PID|1||" + (40_000 + i) + "^^^CITYHOSP^MR~E" + (7_000 + i) + "^^^CITY^EI||" + family(i) + "^"
                + given(i)
                + "^Q||1970" + String.format(Locale.ROOT, "%02d%02d", i % 12 + 1, i % 28 + 1)
                + "|F|||12 Elm St^^Springfield^IL^62704||^PRN^PH^^1^217^5550142||||||999-55-"
                + String.format(Locale.ROOT, "%04d", i % 10_000) + "\r";
    }

    private static String provider() {
        return "1234567893^Quinby^Ada^R^^^MD^^NPI";
    }

    private static String text(int line, String text) {
        return "OBX|" + line + "|TX|11506-3^Progress note^LN|" + line + "|" + text + "||||||F\r";
    }
}
