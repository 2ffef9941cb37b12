package org.caseward.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import org.caseward.report.Reason;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FhirReadingTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String JSON = "application/fhir+json";
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
    void readsTheDocumentInsideADocumentReference() {
        DocumentReference reference = new DocumentReference();
        reference.addContent().setAttachment(pdf());
        ExtractedReport report = reader.read(JSON, bytes(reference));
        assertThat(report.source())
                .isInstanceOfSatisfying(
                        Source.Fhir.class,
                        source -> assertThat(source.resource()).isInstanceOf(DocumentReference.class));
        assertThat(Reader.text(report.pages().getFirst())).contains("Marisol Quillfeather");
        assertThat(report.embedded()).hasSize(1);
    }

    @Test
    void readsEveryDocumentOfABundleOnce() {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        DocumentReference reference = new DocumentReference();
        reference.addContent().setAttachment(pdf());
        bundle.addEntry().setResource(reference);
        bundle.addEntry()
                .setResource(new Binary().setContentType("application/pdf").setData(pdf().getData()));
        bundle.addEntry()
                .setResource(new DiagnosticReport()
                        .addPresentedForm(new Attachment()
                                .setContentType("text/plain; charset=utf-8")
                                .setData("Impression: no fracture.".getBytes(StandardCharsets.UTF_8))));
        ExtractedReport report = reader.read(JSON, bytes(bundle));
        assertThat(report.pages()).extracting(Page::number).containsExactly(1, 2);
        assertThat(Reader.text(report.pages().getLast())).isEqualTo("Impression: no fracture.");
        assertThat(report.embedded()).hasSize(2);
    }

    @Test
    void saysWhereABundleSpeaksOfSeveralPeople() {
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(new Patient().setActive(true));
        assertThat(reader.read(JSON, bytes(bundle)).notes()).isEmpty();
        bundle.addEntry().setResource(new Patient().setActive(true));
        assertThat(reader.read(JSON, bytes(bundle)).notes())
                .extracting(Reason::code)
                .containsExactly("several-people");
    }

    @Test
    void readsXml() {
        DocumentReference reference = new DocumentReference();
        reference.setDescription("Work status");
        byte[] xml = FHIR.newXmlParser().encodeResourceToString(reference).getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read("application/fhir+xml", xml).source()).isInstanceOf(Source.Fhir.class);
    }

    @Test
    void opensNoEntityOfXml() {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<DocumentReference xmlns=\"http://hl7.org/fhir\"><description value=\"&x;\"/></DocumentReference>";
        assertThat(reader.refusal("application/fhir+xml", xml.getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("fhir-unreadable");
    }

    @Test
    void refusesWhatSaysOneThingTwice() {
        Reason reason = reader.refusal(
                JSON,
                "{\"resourceType\":\"Patient\",\"birthDate\":\"1984-02-14\",\"birthDate\":\"1990-02-14\"}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(reason.code()).isEqualTo("fhir-doubled-element");
        assertThat(reason.text()).contains("birthDate twice").doesNotContain("19");
    }

    @Test
    void refusesWhatIsNoFhir() {
        String deep = "{\"resourceType\":\"Bundle\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        for (String content :
                new String[] {"", "{}", "[1]", "{\"resourceType\":\"Nonsense\"}", "{\"resourceType\":", deep}) {
            assertThat(reader.refusal(JSON, content.getBytes(StandardCharsets.UTF_8))
                            .code())
                    .isEqualTo("fhir-unreadable");
        }
    }

    private static Attachment pdf() {
        return new Attachment().setContentType("application/pdf").setData(PDF);
    }

    private static final byte[] PDF = TypedPdf.of(TypedPdf.text(TypedPage.REPORT, 0));

    private static byte[] bytes(org.hl7.fhir.r4.model.Resource resource) {
        return FHIR.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }
}
