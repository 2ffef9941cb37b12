package org.caseward.publishing.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.report.Missing;
import org.caseward.report.ReportState;
import org.caseward.testing.FhirPackages;
import org.caseward.validation.FhirValidation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every file {@code publishing/NAME.fields.json} holds a type and fields as the JSON API shows them, and {@code NAME.fhir.json} the Bundle that must come of it.
 * {@code -Dgolden.write=true} writes what comes; read the difference before it is kept.
 */
class FhirRecordsTest {
    private static final Path CASES = Path.of("src/test/resources/publishing");
    private static final Path MAPPED = Path.of("src/test/resources/normalisation");
    private static final FhirValidation VALIDATION = FhirValidation.with(FhirPackages.folder());
    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<Path> cases() throws IOException {
        return Files.list(CASES)
                .filter(file -> file.toString().endsWith(".fields.json"))
                .sorted();
    }

    static Stream<Path> mapped() throws IOException {
        return Files.list(MAPPED).filter(Files::isDirectory).sorted();
    }

    private static FiledReport report(Path file) throws IOException {
        JsonNode kept = JSON.readTree(Files.readString(file));
        return ToldReports.filed(kept.path("type").asString(), kept.path("fields"));
    }

    private static List<Missing> wrong(Bundle bundle) {
        return VALIDATION.missing(bundle);
    }

    private static <T extends Resource> List<T> of(Bundle bundle, Class<T> kind) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutAsExpectedAndKeepsToTheProfiles(Path file) throws Exception {
        Bundle bundle = FhirRecords.bundle(report(file));
        String actual =
                FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(bundle) + "\n";
        Path expected = Path.of(file.toString().replace(".fields.json", ".fhir.json"));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
        assertThat(wrong(bundle)).isEmpty();
    }

    /** Of every format: the fields that the mappings' own golden files say. Only what the sender left out may lack. */
    @ParameterizedTest
    @MethodSource("mapped")
    void theRecordOfEveryFormatIsValid(Path folder) throws Exception {
        JsonNode told = JSON.readTree(Files.readString(folder.resolve("expected.json")));
        FiledReport report = ToldReports.filed(told.path("type").asString(), asKept(told.path("fields")));
        assertThat(wrong(FhirRecords.bundle(report)))
                .allMatch(missing -> missing.id().equals("profile-element-missing"))
                .allMatch(missing -> missing.text().startsWith("The patient's ")
                        || missing.text().startsWith("A number that identifies the patient "));
    }

    /** {@code "left knee (hl7 1.0 at OBX[2]-5)"} as the API's {@code {"value": "left knee"}}. */
    private static JsonNode asKept(JsonNode told) {
        ObjectNode kept = JSON.createObjectNode();
        told.propertyStream()
                .forEach(field -> field.getValue()
                        .valueStream()
                        .forEach(line -> kept.withArray(
                                        "/" + field.getKey().replace("~", "~0").replace("/", "~1"))
                                .addObject()
                                .put(
                                        "value",
                                        line.asString()
                                                .replaceFirst("(?s)( <- .*)? \\([a-z0-9-]+ [0-9.]+ at .*\\)$", ""))));
        return kept;
    }

    @Test
    void aRecordThatSaysNothingIsStillValidAndSaysWhatItLacks() {
        FhirPackages.needed();
        assertThat(wrong(FhirRecords.bundle(ToldReports.filed("unknown", JSON.createObjectNode()))))
                .extracting(Missing::text)
                .containsExactlyInAnyOrder(
                        "A number that identifies the patient (record number, employee number or the like) is missing.",
                        "The patient's name is missing.",
                        "The patient's sex is missing.");
    }

    @Test
    void whatTheValidatorSaysOfAValueIsNotHandedOn() {
        JsonNode fields = JSON.readTree("""
                {"patient.family": {"value": "Brandt"}, "patient.sex": {"value": "F"}, "patient.mrn": {"value": "778812"}}""");
        Bundle bundle = FhirRecords.bundle(ToldReports.filed("progress-note", fields));
        of(bundle, Task.class).getFirst().setId("not an id: Brandt 778812");
        bundle.getEntryFirstRep().setFullUrl("Brandt 778812");
        assertThat(wrong(bundle))
                .isNotEmpty()
                .noneMatch(missing ->
                        missing.text().contains("Brandt") || missing.text().contains("778812"));
    }

    @Test
    void theSameRecordIsTheSameBundleByteForByteAndIdsAreUnique() throws Exception {
        Path file = cases().findFirst().orElseThrow();
        assertThat(FhirRecords.json(report(file))).isEqualTo(FhirRecords.json(report(file)));
        Bundle bundle = FhirRecords.bundle(report(file));
        assertThat(bundle.getEntry())
                .extracting(Bundle.BundleEntryComponent::getFullUrl)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoDecidedAndByWhichMappingStandsInTheProvenance() {
        Provenance provenance = of(
                        FhirRecords.bundle(ToldReports.filed("unknown", JSON.createObjectNode())), Provenance.class)
                .getFirst();
        assertThat(provenance.getAgent())
                .extracting(agent -> agent.getType().getCodingFirstRep().getCode() + " "
                        + agent.getWho().getIdentifier().getValue())
                .containsExactly("assembler hub", "verifier wilhelmina");
        Provenance.ProvenanceEntityComponent mapping = provenance.getEntity().getLast();
        assertThat(mapping.getWhat().getIdentifier().getSystem()).isEqualTo("urn:caseward:mapping:hl7v2/base/oru_r01");
        assertThat(mapping.getWhat().getIdentifier().getValue()).isEqualTo("1");
        assertThat(mapping.getWhat().getExtensionFirstRep().getValue().primitiveValue())
                .isEqualTo("cd".repeat(32));
        assertThat(provenance.getTarget()).hasSize(3);
    }

    @Test
    void aReportThatWaitsIsOnNoCaseAndItsTaskIsOpen() {
        FiledReport filed = ToldReports.filed("unknown", JSON.createObjectNode());
        Bundle bundle = FhirRecords.bundle(new FiledReport(
                filed.id(),
                filed.receipt(),
                Optional.empty(),
                List.of(),
                filed.documentType(),
                ReportState.IN_REVIEW,
                filed.receivedAt(),
                filed.channel(),
                filed.provider(),
                filed.controlId(),
                filed.sha256(),
                filed.mediaType(),
                filed.fields(),
                filed.mappings(),
                Optional.empty()));
        assertThat(of(bundle, Task.class).getFirst().getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        assertThat(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle))
                .doesNotContain("IOD-2026-001234");
    }

    @Test
    void aStatusThatEndsBeforeItStartsHasNoEnd() {
        Bundle bundle = FhirRecords.bundle(ToldReports.filed("return-to-work-note", JSON.readTree("""
                {"workStatus": {"value": "off_work"}, "workStatus.from": {"value": "2026-11-16"}, "workStatus.through": {"value": "2026-11-02"},
                 "mmiDate": {"value": "soon"}}""")));
        Observation status = of(bundle, Observation.class).getFirst();
        assertThat(status.getEffectivePeriod().getStartElement().getValueAsString())
                .isEqualTo("2026-11-16");
        assertThat(status.getEffectivePeriod().hasEnd()).isFalse();
    }
}
