package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.caseward.report.Reason;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clinical documents, wherever they come. */
class CdaReadingTest {
    private static final String PATIENT =
            "<recordTarget><patientRole><patient><name><given>Marisol</given><family>Quillfeather</family></name><birthTime value=\"19840214\"/></patient></patientRole></recordTarget>";
    private static final String NOTE = document(
            PATIENT
                    + "<component><structuredBody><component><section><title>Plan</title><text>Rest.</text></section></component></structuredBody></component>");
    private static Reader reader;

    @BeforeAll
    static void start() {
        reader = new Reader();
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void aFileIsToldByItsContentWhateverItWasCalled() {
        for (String type : new String[] {"text/xml", "application/fhir+xml", "application/octet-stream"}) {
            ExtractedReport report = reader.read(type, bytes(NOTE));
            assertThat(report.source()).isInstanceOf(Source.Cda.class);
            assertThat(report.clinical()).hasSize(1);
            assertThat(report.pages()).singleElement().satisfies(page -> {
                assertThat(page.isNarrative()).isTrue();
                assertThat(Reader.text(page))
                        .contains("Patient: Marisol Quillfeather born 1984-02-14", "PLAN [section 1] Rest.");
            });
        }
    }

    @Test
    void itsBodyIsReadAsADocument() {
        String pdf = Base64.getMimeEncoder().encodeToString(TypedPdf.of(TypedPdf.text(TypedPage.REPORT, 0)));
        ExtractedReport report = reader.read(
                "text/xml",
                bytes(document(
                        PATIENT + "<component><nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">"
                                + pdf + "</text></nonXMLBody></component>")));
        assertThat(report.pages()).singleElement().satisfies(page -> {
            assertThat(page.isNarrative()).isFalse();
            assertThat(Reader.text(page)).contains("Marisol Quillfeather");
        });
        assertThat(report.embedded()).hasSize(1);
    }

    @Test
    void aBodyThatDidNotComeAlongIsSaid() {
        ExtractedReport report = reader.read(
                "text/xml",
                bytes(
                        document(
                                "<component><nonXMLBody><text mediaType=\"application/pdf\"><reference value=\"note.pdf\"/></text></nonXMLBody></component>")));
        assertThat(report.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text())
                        .contains("ClinicalDocument/component/nonXMLBody/text", "did not come with it"));
    }

    @Test
    void oneInAnHl7MessageSaysWhereItStood() {
        ExtractedReport report = reader.readHl7(mdm("Quillfeather^Marisol", "19840214"));
        assertThat(report.source()).isInstanceOf(Source.Hl7.class);
        assertThat(report.clinical()).extracting(CdaDocument::at).containsExactly("OBX(1)-5");
        assertThat(report.pages()).hasSize(1);
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void oneAboutSomebodyElseThanItsMessageGoesToAPerson() {
        assertThat(reader.readHl7(mdm("Quillfeather^Marisol", "19840215")).notes())
                .extracting(Reason::code)
                .containsExactly("several-people");
        assertThat(reader.readHl7(mdm("Thornbury^Marisol", "19840214")).notes())
                .extracting(Reason::code)
                .containsExactly("several-people");
    }

    @Test
    void oneInAFhirAttachmentIsRead() {
        DocumentReference reference = new DocumentReference().setSubject(new Reference("#p"));
        Patient patient = new Patient();
        patient.setId("#p");
        patient.addName().setFamily("Quillfeather-Ames");
        reference.addContained(patient);
        reference.addContent().getAttachment().setContentType("application/xml").setData(bytes(NOTE));
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(reference);
        ExtractedReport report = reader.read("application/fhir+json", bytes(json));
        assertThat(report.clinical())
                .extracting(CdaDocument::at)
                .containsExactly("DocumentReference.content[0].attachment");
        assertThat(report.notes()).isEmpty();
        assertThat(report.embedded()).hasSize(1);
    }

    @Test
    void aBrokenOneDoesNotStopItsMessage() {
        ExtractedReport report = reader.readHl7(mdm("Quillfeather^Marisol", "19840214", "<!DOCTYPE x>" + NOTE));
        assertThat(report.clinical()).isEmpty();
        assertThat(report.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("OBX(1)-5", "DOCTYPE"));
    }

    @Test
    void aBrokenOneByItselfIsRefused() {
        assertThat(reader.refusal("text/xml", bytes("<!DOCTYPE x>" + NOTE)).code())
                .isEqualTo("xml-dtd");
    }

    private static String mdm(String name, String born) {
        return mdm(name, born, NOTE);
    }

    private static String mdm(String name, String born, String document) {
        return "MSH|^~\\&|A|B|C|D|20261102||MDM^T02|1|P|2.5\rPID|1||1||" + name + "||" + born
                + "\rOBX|1|ED|1||^text^xml^Base64^" + Base64.getEncoder().encodeToString(bytes(document)) + "||||||F\r";
    }

    private static String document(String inside) {
        return "<ClinicalDocument xmlns=\"urn:hl7-org:v3\">" + inside + "</ClinicalDocument>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
