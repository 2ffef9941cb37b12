package org.caseward.normalisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.caseward.extraction.ExtractedReport;
import org.caseward.report.FieldValue;
import org.caseward.report.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mapping can say, each by the smallest mapping that says it. */
class MappingLanguageTest {
    private static final String MESSAGE = "MSH|^~\\&|A|B|||20261101||ORU^R01|1|P|2.5\r"
            + "PID|1||77^^^A^MR~E-5^^^A^EI||Doe^Jane\rPV1|1|I\rOBX|1|TX|UNIT^Unit||Engine 5||||||F\r"
            + "ZPI|WC-88-120934|R\r";
    private static final String BASE = """
            id: hl7v2/any
            version: "1"
            format: hl7v2
            appliesTo: {messages: ["*"]}
            labels: labels
            fields:
              - {name: message.code, from: MSH-9.1}
              - {name: message.event, from: MSH-9.2}
              - {name: patient.family, from: PID-5.1, with: [tidy]}
              - {name: patient.mrn, from: "PID-3[5=MR].1"}
              - {name: unit, from: PV1-3.1, with: [tidy]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheSchema() throws IOException {
        Files.copy(Path.of("mappings/mapping.schema.json"), folder.resolve("mapping.schema.json"));
        write(
                "labels.yaml",
                "id: labels\nversion: \"1\"\nformat: labels\nfields:\n  - {name: restriction, labels: [Limits]}\n");
        write("hl7v2/any.yaml", BASE);
    }

    private Optional<MappingLibrary> open = Optional.empty();

    @AfterEach
    void stopWatching() {
        open.ifPresent(MappingLibrary::destroy);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    /** A mapping for ORU messages that extends the plain one. */
    private void extended(String fields) throws IOException {
        write("hl7v2/oru.yaml", """
                id: hl7v2/oru
                version: "1"
                format: hl7v2
                extends: hl7v2/any
                appliesTo: {messages: ["ORU^*"]}
                """ + fields);
    }

    private NormalisedReport read(String message) throws Exception {
        return read(Reports.hl7(message, List.of()));
    }

    private NormalisedReport read(ExtractedReport report) {
        open.ifPresent(MappingLibrary::destroy);
        MappingLibrary library = new MappingLibrary(folder.toString());
        open = Optional.of(library);
        return ((Outcome.Passed<NormalisedReport>) new Normalisation(library).normalise(report)).value();
    }

    private String complaints() {
        try {
            new MappingLibrary(folder.toString()).destroy();
            return "";
        } catch (IllegalStateException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static List<String> values(NormalisedReport report, String field) {
        return report.fields().all(field).stream().map(FieldValue::value).toList();
    }

    @Test
    void aRuleWithoutAPlaceChangesOnlyWhatItNames() throws Exception {
        extended("""
                fields:
                  - {name: patient.family, with: [upper]}
                  - {name: unit, fromFirst: ZPI-2}
                  - {name: patient.mrn, drop: true}
                """);
        NormalisedReport report = read(MESSAGE);
        assertThat(values(report, "patient.family")).containsExactly("DOE");
        assertThat(values(report, "unit")).containsExactly("R");
        assertThat(values(report, "patient.mrn")).isEmpty();
    }

    @Test
    void aChangeOfAFieldThatNobodyReadsIsAComplaintWithAGuess() throws Exception {
        extended("fields:\n  - {name: patient.suffix, with: [upper]}\n  - {name: restriction, with: [upper]}\n");
        assertThat(complaints())
                .contains(
                        "hl7v2/oru.yaml line 7, fields[0]: nothing that this file extends has a rule for 'patient.suffix'")
                .doesNotContain("restriction'");
    }

    @Test
    void aRuleCountsOnlyWhereItsConditionsHold() throws Exception {
        extended("""
                fields:
                  - {name: claimNumber, from: ZPI-1, if: {from: PV1-2, with: [is(I)]}}
                  - {name: employer, from: ZPI-2, if: {from: PV1-2, with: [is(O)]}}
                  - {name: provider.name, from: ZPI-1, if: [{field: claimNumber}, {field: employer, not: true}]}
                """);
        NormalisedReport report = read(MESSAGE);
        assertThat(values(report, "claimNumber")).containsExactly("WC-88-120934");
        assertThat(values(report, "employer")).isEmpty();
        assertThat(values(report, "provider.name")).containsExactly("WC-88-120934");
        assertThat(values(read(MESSAGE.replace("PV1|1|I", "PV1|1|O")), "employer"))
                .containsExactly("R");
    }

    @Test
    void whatIsRequiredAndNotFoundIsShownAsMissing() throws Exception {
        extended("""
                fields:
                  - {name: injuryDate, from: [ACC-1, ZPI-9], with: [date], required: true}
                  - {name: claimNumber, from: ZPI-1, required: true}
                  - {name: serviceDate, from: ZPI-2, with: [date], required: true}
                """);
        NormalisedReport report = read(MESSAGE);
        assertThat(report.fields().values())
                .containsKeys("injuryDate.missing", "claimNumber", "serviceDate.unreadable");
        assertThat(report.fields().values()).doesNotContainKeys("claimNumber.missing", "serviceDate.missing");
    }

    @Test
    void aDefaultStandsOnlyWhereNothingWasFound() throws Exception {
        extended("""
                fields:
                  - {name: unit, default: Engine 1}
                  - {name: employer, from: ZPI-1, default: City}
                  - {name: documentType, from: ZPI-9, default: laboratory}
                """);
        NormalisedReport report = read(MESSAGE);
        assertThat(report.fields().first("unit")).hasValueSatisfying(value -> {
            assertThat(value.value()).isEqualTo("Engine 1");
            assertThat(value.confidence()).isEqualTo(0.5);
            assertThat(value.method()).isEqualTo("default");
            assertThat(value.raw()).isEmpty();
        });
        assertThat(values(report, "employer")).containsExactly("WC-88-120934");
        assertThat(report.type().code()).isEqualTo("laboratory");
    }

    @Test
    void nothingOfAPersonMayBeSupposed() throws Exception {
        extended("fields:\n  - {name: claimNumber, from: ZPI-1, default: WC-1}\n");
        assertThat(complaints())
                .contains("fields[0].default: 'claimNumber' may not be supposed; expected a default only for");
    }

    @Test
    void everyValueNamesTheMappingWhoseRuleReadIt() throws Exception {
        extended("fields:\n  - {name: claimNumber, from: ZPI-1}\n");
        NormalisedReport report = read(MESSAGE);
        assertThat(report.fields().first("claimNumber").orElseThrow().mapping()).isEqualTo("hl7v2/oru");
        assertThat(report.fields().first("patient.family").orElseThrow().mapping())
                .isEqualTo("hl7v2/any");
        assertThat(report.mappings()).extracting(MappingUsed::id).containsExactly("hl7v2/oru", "hl7v2/any", "labels");
    }

    @Test
    void aBlockForEachPlaceCanBeReplacedByItsName() throws Exception {
        write("hl7v2/any.yaml", BASE + """
                each:
                  - name: others
                    over: "PID-3"
                    fields: [{name: "identifier.{.5}", from: ".1"}]
                """);
        extended("");
        assertThat(values(read(MESSAGE), "identifier.EI")).containsExactly("E-5");
        extended("""
                each:
                  - name: others
                    over: "PID-3[5=EI]"
                    fields: [{name: "identifier.own", from: ".1", if: {from: ".5", with: [is(EI)]}}]
                """);
        NormalisedReport report = read(MESSAGE);
        assertThat(values(report, "identifier.own")).containsExactly("E-5");
        assertThat(report.fields().values()).doesNotContainKeys("identifier.EI", "identifier.MR");
    }

    @Test
    void eachWorksOnFhirElementsToo() throws Exception {
        write("fhir/patient.yaml", """
                id: fhir/patient
                version: "1"
                format: fhir
                appliesTo: {resources: [Patient]}
                each:
                  - over: Patient.identifier
                    fields:
                      - {name: "identifier.{type.coding.code}", from: value, if: {from: use, with: [isNot(old)]}}
                """);
        NormalisedReport report = read(Reports.fhir("""
                {"resourceType": "Patient", "identifier": [
                  {"type": {"coding": [{"code": "MR"}]}, "use": "usual", "value": "77"},
                  {"type": {"coding": [{"code": "WC"}]}, "use": "old", "value": "88"}]}
                """, List.of()));
        assertThat(values(report, "identifier.MR")).containsExactly("77");
        assertThat(values(report, "identifier.WC")).isEmpty();
    }

    @Test
    void aProgramHasWordsAndTablesOfItsOwn() throws Exception {
        write("codes/types.csv", "# Source: our own\nmatch,text,value\ncode,R,laboratory\n");
        write("codes/pd-types.csv", "match,text,value\ncode,R,imaging\n");
        write("programs/pd.yaml", """
                id: programs/pd
                version: "3"
                format: program
                appliesTo: {programs: [pd-medical]}
                tables: {types: pd-types}
                vocabulary:
                  unit: {rename: {engine 5: E5}, only: [E5, E6]}
                  bodyPart: {only: [left knee]}
                """);
        extended("""
                fields:
                  - {name: documentType, from: ZPI-2, with: [code(types)]}
                  - {name: bodyPart, from: OBX-5}
                  - {name: unit, from: OBX-5}
                """);
        NormalisedReport report = read(MESSAGE);
        assertThat(report.type().code()).isEqualTo("imaging");
        assertThat(values(report, "unit")).containsExactly("E5");
        assertThat(report.fields().first("unit").orElseThrow().raw()).isEqualTo("Engine 5");
        assertThat(values(report, "bodyPart")).isEmpty();
        assertThat(report.fields().first("bodyPart.unreadable").orElseThrow().raw())
                .isEqualTo("Engine 5");
        assertThat(report.mappings()).extracting(MappingUsed::id).contains("programs/pd");
    }

    @Test
    void aProgramMayNotInventWordsByWhichTheHubGoes() throws Exception {
        write("programs/pd.yaml", """
                id: programs/pd
                version: "1"
                format: program
                appliesTo: {programs: [pd-medical]}
                tables: {nowhere: nothing}
                vocabulary:
                  workStatus: {rename: {off_work: home}, only: [off_wrk]}
                """);
        assertThat(complaints())
                .contains("programs/pd.yaml line 5, tables.nowhere: no table codes/nowhere.csv")
                .contains(
                        "line 7, vocabulary.workStatus.rename.off_work: 'home' is no word of the hub for workStatus; expected one of full_duty")
                .contains(
                        "vocabulary.workStatus.only: 'off_wrk' is no word of the hub for workStatus; did you mean 'off_work'?");
    }
}
