package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caseward.report.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CdaParsingTest {
    private static final String OPEN = "<ClinicalDocument xmlns=\"urn:hl7-org:v3\">";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>",
                "<?xml version=\"1.0\"?>\n<?xml-stylesheet href=\"CDA.xsl\"?><!-- <Bundle> --><ClinicalDocument/>",
                "\uFEFF<n1:ClinicalDocument xmlns:n1=\"urn:hl7-org:v3\"></n1:ClinicalDocument>",
                "  \n<!DOCTYPE x [<!ENTITY a \"b\">]><ClinicalDocument/>"
            })
    void aClinicalDocumentIsToldByItsFirstElement(String xml) {
        assertThat(CdaDocuments.is(xml.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<section><ClinicalDocument/></section>",
                "<!-- <ClinicalDocument> --><Bundle xmlns=\"http://hl7.org/fhir\"/>",
                "<ClinicalDocuments/>",
                "ClinicalDocument",
                "{\"resourceType\": \"ClinicalDocument\"}",
                "",
                "<!--"
            })
    void whatOnlySpeaksOfOneIsNone(String content) {
        assertThat(CdaDocuments.is(content.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void aDocumentTypeIsRefusedWithAReasonBeforeAnyEntityIsOpened() {
        for (String dtd : List.of(
                "<!DOCTYPE ClinicalDocument [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE ClinicalDocument SYSTEM \"http://127.0.0.1:9/evil.dtd\">",
                "<!DOCTYPE ClinicalDocument [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>",
                "<!DOCTYPE ClinicalDocument>",
                bomb())) {
            Reason reason = refusal(dtd + OPEN + "<title>&x;</title></ClinicalDocument>");
            assertThat(reason.code()).isEqualTo("xml-dtd");
            assertThat(reason.text()).contains("Ask the sender").doesNotContain("root:");
        }
    }

    private static String bomb() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE ClinicalDocument [<!ENTITY x0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            dtd.append("<!ENTITY x")
                    .append(i)
                    .append(" \"")
                    .append(("&x" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return dtd + "<!ENTITY x \"&x29;\">]>";
    }

    @Test
    void nothingThatADocumentNamesIsOpened() {
        CdaDocument document = parsed(OPEN.replace(">", " xmlns:xi=\"http://www.w3.org/2001/XInclude\">")
                + "<title><xi:include href=\"file:///etc/hostname\" parse=\"text\"/>Note</title></ClinicalDocument>");
        assertThat(document.root().getStringValue()).isEqualTo("Note");
    }

    @Test
    void anEntityThatNobodyDeclaredBreaksTheDocument() {
        assertThat(refusal(OPEN + "<title>&nbsp;</title></ClinicalDocument>").code())
                .isEqualTo("cda-unreadable");
    }

    @Test
    void whatIsDeeperThanAnyDocumentIsRefused() {
        String deep = "<component>".repeat(50_000) + "</component>".repeat(50_000);
        assertThat(refusal(OPEN + deep + "</ClinicalDocument>").code()).isEqualTo("cda-oversize");
    }

    @Test
    void aDocumentThatBreaksOffSaysAtWhichLine() {
        Reason reason = refusal(OPEN + "\n<title>Secret Name</title>\n<component>");
        assertThat(reason.code()).isEqualTo("cda-unreadable");
        assertThat(reason.text()).contains("line 3").doesNotContain("Secret");
    }

    @Test
    void anotherNamespaceIsNoClinicalDocumentOfHl7() {
        assertThat(refusal("<ClinicalDocument xmlns=\"urn:other\"/>").code()).isEqualTo("cda-namespace");
    }

    @Test
    void forgottenNamespacesAreMended() {
        CdaDocument document = parsed(
                "<ClinicalDocument><code code=\"11506-3\"/><value xsi:type=\"CD\"/><sdtc:raceCode/></ClinicalDocument>");
        assertThat(document.kinds()).containsExactly("11506-3");
    }

    @Test
    void lettersAreRightInEveryCharset() {
        String name = OPEN + "<title>Núñez – Müller</title></ClinicalDocument>";
        for (byte[] bytes : List.of(
                name.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + name).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + name).getBytes(StandardCharsets.UTF_16LE),
                ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + name).getBytes(StandardCharsets.UTF_16),
                // says nothing, or UTF-8, and is written in Windows' letters
                name.getBytes(Charset.forName("windows-1252")),
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + name).getBytes(Charset.forName("windows-1252")),
                // says UTF-16 and can't be
                ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + name).getBytes(StandardCharsets.UTF_8),
                (name + "\0\0\n").getBytes(StandardCharsets.UTF_8))) {
            assertThat(CdaDocument.parse(bytes).document().orElseThrow().root().getStringValue())
                    .isEqualTo("Núñez – Müller");
        }
    }

    @Test
    void theTextOfSectionsIsOnlyWords() {
        String text = sheet("""
                <text><paragraph onclick="x()">Seen <content styleCode="Bold">today</content><script>alert(1)</script>.</paragraph>
                <paragraph>Was off work<content revised="delete"> since May</content> <content>since June</content></paragraph>
                <list><item>rest</item><item><paragraph>ice</paragraph></item></list>
                <list listType="ordered"><item>first</item><item>second</item></list>
                &lt;script&gt;alert(2)&lt;/script&gt;</text>
                """);
        assertThat(text)
                .contains(
                        "Seen today.",
                        "Was off work since June",
                        "- rest\n- ice\n",
                        "1. first\n2. second",
                        "<script>alert(2)");
        assertThat(text).doesNotContain("onclick", "alert(1)", "May");
    }

    @Test
    void aTableHasItsColumnsUnderTheirHeadsWhereItFits() {
        String table =
                "<text><table><thead><tr><th>Test</th><th>Value</th></tr></thead><tbody><tr><td>Hemoglobin</td><td>%s</td></tr></tbody></table></text>";
        assertThat(sheet(table.formatted("14.1 g/dL"))).contains("Test        Value\nHemoglobin  14.1 g/dL");
        assertThat(sheet(table.formatted("x".repeat(100)))).contains("Test: Hemoglobin\nValue: xxx");
    }

    @Test
    void aPastedNoteKeepsItsLines() {
        assertThat(
                        sheet(
                                "<text>Plan as discussed.\nWork status: off work\nuntil seen again\n\nFollow-up: 2026-12-01</text>"))
                .contains("Plan as discussed.\nWork status: off work until seen again\nFollow-up: 2026-12-01");
    }

    private static String sheet(String text) {
        return CdaSheet.of(parsed(OPEN + "<component><structuredBody><component><section><title>Plan</title>" + text
                + "</section></component></structuredBody></component></ClinicalDocument>"));
    }

    private static CdaDocument parsed(String xml) {
        return CdaDocument.parse(xml.getBytes(StandardCharsets.UTF_8))
                .document()
                .orElseThrow();
    }

    private static Reason refusal(String xml) {
        return CdaDocument.parse(xml.getBytes(StandardCharsets.UTF_8)).refusal().orElseThrow();
    }
}
