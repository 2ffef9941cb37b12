package org.caseward.demo.samples;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caseward.demo.paper.Papers;
import org.caseward.demo.paper.WorkStatusForm;
import org.caseward.demo.paper.WorkStatusReport;
import org.caseward.demo.paper.WorkStatusReport.Status;
import org.caseward.demo.world.OpenCase;
import org.caseward.report.Channel;
import tools.jackson.databind.json.JsonMapper;

/** What is posted over FHIR R4, for the police program. */
final class FhirSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PDF = "application/pdf";

    private final Cast cast;
    private final List<Sample> samples = new ArrayList<>();

    FhirSamples(Cast cast) {
        this.cast = cast;
    }

    List<Sample> make() {
        plain();
        contradictions();
        broken();
        otherKinds();
        return List.copyOf(samples);
    }

    private void plain() {
        for (WorkStatusForm form :
                List.of(WorkStatusForm.LETTER, WorkStatusForm.BOXED, WorkStatusForm.SLIP, WorkStatusForm.LETTER)) {
            OpenCase c = cast.police();
            filed("work status report in PDF", c, workStatus(c, form));
        }
        for (int i = 0; i < 2; i++) {
            OpenCase c = cast.police();
            filed("progress note in plain text", c, textNote(c));
        }
        OpenCase typed = cast.police();
        filed("typed progress note in PDF", typed, typedNote(typed));
        for (int i = 0; i < 4; i++) {
            OpenCase c = cast.police();
            transaction(
                    "visit as a transaction",
                    FhirReports.transaction(c, next(), DAY),
                    Expected.filed(c.caseNumber(), "200"));
        }
        samples.add(samples.getFirst().again(id()));
    }

    private void contradictions() {
        OpenCase late = cast.police();
        OpenCase moved = late.injuredOn(late.injuryDate().minusDays(45));
        transaction("another date of injury", FhirReports.transaction(moved, next(), DAY), Expected.inReview("200"));
        transaction(
                "unknown person",
                FhirReports.transaction(cast.stranger(), next(), DAY),
                Expected.inReviewWithoutCase("200"));
        OpenCase unnumbered = cast.police();
        Map<String, Object> note = without(textNote(unnumbered.numbered("")), "context");
        document("name and birth date, no number", note, Expected.inReview("201"));
    }

    private void broken() {
        Map<String, Object> dangling = FhirReports.transaction(cast.police(), next(), DAY);
        List<Object> entries = new ArrayList<>((List<?>) dangling.getOrDefault("entry", List.of()));
        // what is left refers to a patient that the bundle does not bring
        entries.removeFirst();
        dangling.put("entry", entries);
        transaction("bundle without its patient", dangling, Expected.notKept("4xx"));
        document("document without content", without(textNote(cast.police()), "content"), Expected.notKept("4xx"));
        byte[] torn = "{\"resourceType\": \"DocumentReference\", \"status\": ".getBytes(StandardCharsets.UTF_8);
        add("torn JSON", new Delivery.Fhir(torn, "DocumentReference"), "", Expected.notKept("4xx"));
    }

    private void otherKinds() {
        OpenCase imaged = cast.police();
        byte[] text = String.join("\n", lines(imaged)).getBytes(StandardCharsets.UTF_8);
        add(
                "diagnostic report with its text",
                new Delivery.Fhir(
                        json(FhirReports.diagnosticReport(imaged, next(), DAY, "text/plain", text)),
                        "DiagnosticReport"),
                next(),
                Expected.filed(imaged.caseNumber(), "201"));
        OpenCase asked = cast.police();
        add(
                "attachment to a claim (CDex)",
                new Delivery.Fhir(json(FhirReports.attachment(next(), textNote(asked))), "$submit-attachment"),
                next(),
                Expected.filed(asked.caseNumber(), "200"));
        OpenCase noted = cast.police();
        byte[] clinical = ClinicalNote.progressNote(noted, next(), DAY);
        filed(
                "document reference with a C-CDA",
                noted,
                FhirReports.documentReference(
                        noted, next(), DAY, FhirParts.loinc("11506-3", "Progress note"), "text/xml", clinical));
    }

    private Map<String, Object> workStatus(OpenCase c, WorkStatusForm form) {
        byte[] pdf = form.pdf(WorkStatusReport.of(c, DAY, Status.OFF));
        return FhirReports.documentReference(c, next(), DAY, FhirParts.object("text", "Work status report"), PDF, pdf);
    }

    private Map<String, Object> textNote(OpenCase c) {
        byte[] text = String.join("\n", lines(c)).getBytes(StandardCharsets.UTF_8);
        return FhirReports.documentReference(
                c, next(), DAY, FhirParts.loinc("11506-3", "Progress note"), "text/plain", text);
    }

    private Map<String, Object> typedNote(OpenCase c) {
        byte[] pdf = Papers.note(cast.world().clinics().getFirst(), "PROGRESS NOTE", lines(c));
        return FhirReports.documentReference(c, next(), DAY, FhirParts.loinc("11506-3", "Progress note"), PDF, pdf);
    }

    private static List<String> lines(OpenCase c) {
        List<String> lines = new ArrayList<>();
        lines.add("Seen today for " + c.injury() + ".");
        if (!c.claimNumber().isEmpty()) {
            lines.add("Claim number: " + c.claimNumber());
        }
        lines.add("Body part: " + c.bodyPart());
        lines.add("Work status: restricted duty from " + DAY + " through " + DAY.plusDays(10));
        return lines;
    }

    private void filed(String what, OpenCase c, Map<String, Object> resource) {
        document(what, resource, Expected.filed(c.caseNumber(), "201"));
    }

    private void document(String what, Map<String, Object> resource, Expected expected) {
        add(what, new Delivery.Fhir(json(resource), "DocumentReference"), next(), expected);
    }

    private void transaction(String what, Map<String, Object> bundle, Expected expected) {
        add(what, new Delivery.Fhir(json(bundle), ""), next(), expected);
    }

    private void add(String what, Delivery delivery, String controlId, Expected expected) {
        samples.add(Sample.of(id(), Channel.FHIR, what, controlId, delivery, expected));
    }

    private static byte[] json(Map<String, Object> resource) {
        return JSON.writeValueAsBytes(resource);
    }

    private static Map<String, Object> without(Map<String, Object> resource, String name) {
        Map<String, Object> copy = new LinkedHashMap<>(resource);
        copy.remove(name);
        return copy;
    }

    private String id() {
        return "F%02d".formatted(samples.size() + 1);
    }

    private String next() {
        return "lh-2026-11-21-" + id();
    }
}
