package org.caseward.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.caseward.report.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingLibraryTest {
    private static final String MESSAGE = "MSH|^~\\&|A|B|||20261101||ORU^R01|1|P|2.5\rPID|1||||Doe^Jane\rZPI|kept\r";

    @TempDir
    private Path folder;

    private MappingLibrary library;

    @BeforeEach
    void copyTheMappings() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(Path.of("mappings").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        library = new MappingLibrary(folder.toString());
    }

    @AfterEach
    void stopWatching() {
        library.destroy();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private NormalisedReport normalised() throws Exception {
        return ((Outcome.Passed<NormalisedReport>)
                        new Normalisation(library).normalise(Reports.hl7(MESSAGE, java.util.List.of())))
                .value();
    }

    @Test
    void tellsEveryComplaintAtOnceWithFileLineAndWhatWasExpected() throws IOException {
        write("hl7v2/bad.yaml", """
                id: hl7v2/bad
                version: "1"
                format: hl7v2
                extends: hl7v2/none
                fields:
                  - {name: patient.famly, from: PID-5.1}
                  - {name: patient.given, from: PID.5}
                  - name: patient.birthDate
                    from: PID-7
                    with: [dat]
                """);
        write("hl7v2/odd.yaml", "id: hl7v2/other\nversion: 1\nformat: hl7\nfeilds: []\n");
        write(
                "fhir/bad.yaml",
                "id: fhir/bad\nversion: \"1\"\nformat: fhir\nfields:\n  - {name: injuryDate, from: \"Bundle.entry.(\"}\n");
        write("documents/broken.yaml", "id: [a\nb: c");
        write(
                "documents/wrong.yaml",
                "id: documents/wrong\nversion: \"1\"\nformat: document\ndocumentType: nonsense\nlabels: nowhere\n");
        write("codes/bad.csv", "a,b\n1,2\n");

        String all = String.join(
                "\n", library.reload().stream().map(Complaint::toString).toList());

        assertThat(all)
                .contains("hl7v2/bad.yaml line 4, extends: 'hl7v2/none' is no mapping here")
                .contains(
                        "hl7v2/bad.yaml line 6, fields[0].name: 'patient.famly' is no field of the vocabulary; did you mean 'patient.family'?; expected")
                .contains("hl7v2/bad.yaml line 7, fields[1].from: 'PID.5'")
                .contains(
                        "hl7v2/bad.yaml line 10, fields[2].with[0]: unknown function 'dat'; did you mean 'date'?; expected one of")
                .contains(
                        "hl7v2/odd.yaml line 4, feilds: 'feilds' is not known here; did you mean 'fields'?; expected one of")
                .contains(
                        "hl7v2/odd.yaml line 3, format: 'hl7' is not known here; did you mean 'hl7v2'?; expected one of")
                .contains("hl7v2/odd.yaml line 2, version: '1' is no text; expected it in quotes: \"1\"")
                .contains("fhir/bad.yaml line 5, fields[0].from: 'Bundle.entry.(' is no FHIRPath")
                .contains("documents/broken.yaml")
                .contains("documents/wrong.yaml line 4, documentType: 'nonsense' is no document type; expected one of")
                .contains("documents/wrong.yaml line 5, labels: 'nowhere'")
                .contains("codes/bad.csv: expected the columns match,text,value");
    }

    @Test
    void complainsOfABrokenBaseOnce() throws IOException {
        write(
                "labels.yaml",
                "id: labels\nversion: \"1\"\nformat: labels\nfields:\n  - {name: unit, labels: [Unit], with: [dat]}\n");
        assertThat(library.reload()).hasSize(1);
        write("labels.yaml", "id: labels\n");
        assertThat(library.reload())
                .allSatisfy(complaint -> assertThat(complaint.file()).isEqualTo("labels.yaml"));
    }

    @Test
    void keepsTheLastGoodStateWhileAFileIsWrong() throws Exception {
        write("labels.yaml", "id: labels\n");
        assertThat(library.reload()).isNotEmpty();
        assertThat(library.complaints()).isNotEmpty();
        assertThat(normalised().fields().text("patient.family")).contains("Doe");
    }

    @Test
    void takesUpAChangeByItself() throws Exception {
        assertThat(normalised().fields().text("unit")).isEmpty();
        write(
                "hl7v2/base/oru_r01.yaml",
                Files.readString(folder.resolve("hl7v2/base/oru_r01.yaml")) + "  - {name: unit, from: ZPI-1}\n");
        await(() -> library.current().byId().values().stream()
                .filter(mapping -> mapping.id().equals("hl7v2/base/oru_r01"))
                .anyMatch(mapping ->
                        mapping.rules().stream().anyMatch(rule -> rule.name().equals("unit"))));
        assertThat(normalised().fields().text("unit")).contains("kept");
    }

    @Test
    void namesTheMappingWithTheHashOfItsBytes() throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve("hl7v2/base/oru_r01.yaml"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(normalised().mappings())
                .filteredOn(used -> used.id().equals("hl7v2/base/oru_r01"))
                .extracting(MappingUsed::hash)
                .containsExactly(hash);
    }

    @Test
    void refusesToStartWithoutAGoodState() throws IOException {
        write("labels.yaml", "id: labels\n".toUpperCase(java.util.Locale.ROOT));
        assertThatThrownBy(() -> new MappingLibrary(folder.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("labels.yaml");
        assertThatThrownBy(() -> new MappingLibrary(folder.resolve("nowhere").toString()))
                .hasMessageContaining("mapping.schema.json");
    }

    @Test
    void letsAnOverlayReplaceOnlyWhatItNames() throws Exception {
        write("hl7v2/clinic.yaml", """
                id: hl7v2/clinic
                version: "7"
                format: hl7v2
                extends: hl7v2/base/oru_r01
                appliesTo: {messages: ["ZZZ^Z01"]}
                fields:
                  - {name: patient.family, from: ZPI-1}
                """);
        assertThat(library.reload()).isEmpty();
        String message = MESSAGE.replace("ORU^R01", "ZZZ^Z01");
        var report = ((Outcome.Passed<NormalisedReport>)
                        new Normalisation(library).normalise(Reports.hl7(message, java.util.List.of())))
                .value();
        assertThat(report.fields().text("patient.family")).contains("kept");
        assertThat(report.fields().text("patient.given")).contains("Jane");
        assertThat(report.mappings())
                .extracting(MappingUsed::id)
                .startsWith("hl7v2/clinic", "hl7v2/base/oru_r01", "hl7v2/base/any");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** What a new clinic takes: one file that says where this clinic writes what others write elsewhere. */
    @Test
    void aProvidersOwnMappingIsForItsReportsAloneAndKeepsTheRest() throws Exception {
        write("hl7v2/providers/lakeside.yaml", """
                id: hl7v2/providers/lakeside
                version: "1"
                format: hl7v2
                extends: hl7v2/base/oru_r01
                appliesTo: {messages: ["ORU^R01"], providers: [lakeside-clinic]}
                fields:
                  - {name: claimNumber, from: ZPI-2}
                """);
        assertThat(library.reload()).isEmpty();
        String message = MESSAGE.replace("ZPI|kept", "ZPI|1|WC-88-120934");
        NormalisedReport theirs = value(Reports.hl7By("lakeside-clinic", message));
        assertThat(theirs.fields().first("claimNumber"))
                .hasValueSatisfying(claim -> assertThat(claim.value()).isEqualTo("WC-88-120934"));
        assertThat(theirs.fields().first("patient.family")).isPresent();
        assertThat(theirs.mappings())
                .extracting(MappingUsed::id)
                .contains("hl7v2/providers/lakeside", "hl7v2/base/oru_r01");
        NormalisedReport others = value(Reports.hl7By("another-clinic", message));
        assertThat(others.fields().first("claimNumber")).isEmpty();
        assertThat(others.mappings()).extracting(MappingUsed::id).doesNotContain("hl7v2/providers/lakeside");
    }

    private NormalisedReport value(org.caseward.extraction.ExtractedReport report) {
        return ((Outcome.Passed<NormalisedReport>) new Normalisation(library).normalise(report)).value();
    }
}
