package org.caseward.standards.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseward.matching.ReportFixtures.report;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.caseward.documents.Address;
import org.caseward.extraction.CdaDocument;
import org.caseward.extraction.Page;
import org.caseward.extraction.Source;
import org.caseward.extraction.Word;
import org.caseward.matching.MatchResult;
import org.caseward.matching.MatchedReport;
import org.caseward.matching.ReportFixtures;
import org.caseward.report.Box;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.caseward.report.Missing;
import org.caseward.report.Reason;
import org.caseward.report.ValidationLevel;
import org.caseward.standards.Standards;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.junit.jupiter.api.Test;

class LevelsTest {
    private static final Page PAGE = page(new Word("Work", new Box(0, 0, 0.1, 0.1), 1));

    private static Page page(Word... words) {
        return new Page(1, new Address("pd", "00"), 1700, 2200, List.of(words), "text-layer", 0);
    }

    private static ReportFixtures complete() {
        return report().type(DocumentType.PROGRESS_NOTE)
                .pages(PAGE)
                .with(FieldNames.FAMILY, "Brandt")
                .with(FieldNames.GIVEN, "Wilma")
                .with(FieldNames.BIRTH_DATE, "1980-02-14")
                .with(FieldNames.INJURY_DATE, "2026-01-02")
                .with(FieldNames.PROVIDER_NAME, "Dr. Ines Okafor")
                .with(FieldNames.SERVICE_DATE, "2026-11-02");
    }

    private static List<Missing> missing(ReportFixtures report, ValidationLevel level) {
        MatchResult nobody = new MatchResult(
                MatchResult.Decision.NO_CASE, Optional.empty(), List.of(), List.of(), List.of(), "fs-1");
        return Levels.missing(Standards.alone().check(new MatchedReport(report.build(), nobody)))
                .getOrDefault(level, List.of());
    }

    private static List<String> words(ReportFixtures report, ValidationLevel level) {
        return missing(report, level).stream().map(Missing::text).toList();
    }

    private static Source hl7(String... segments) {
        try (DefaultHapiContext context = new DefaultHapiContext(new GenericModelClassFactory())) {
            context.setValidationContext(ValidationContextFactory.noValidation());
            Message message = context.getPipeParser().parse(String.join("\r", segments) + "\r");
            return new Source.Hl7(message);
        } catch (HL7Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(String type) {
        return "MSH|^~\\&|LAB|CITY|HUB|AGENCY|20261102||" + type + "|1|P|2.5.1";
    }

    @Test
    void aCompleteReportLacksNothing() {
        assertThat(missing(complete(), ValidationLevel.STRUCTURED)).isEmpty();
        assertThat(missing(complete(), ValidationLevel.COMPLETE)).isEmpty();
    }

    @Test
    void aFormIsToldWhatToWriteOnIt() {
        ReportFixtures bare = report().type(DocumentType.PROGRESS_NOTE).pages(PAGE);
        assertThat(words(bare, ValidationLevel.COMPLETE))
                .containsExactly(
                        "The patient's family name is missing. Write it on the form.",
                        "The patient's given name is missing. Write it on the form.",
                        "The patient's date of birth is missing. Write it on the form.",
                        "The date of injury is missing, and so is a claim or case number. Write one of them on the form.",
                        "The provider's name or NPI is missing. Write or stamp it on the form.",
                        "The date of service is missing. Write it on the form.");
    }

    @Test
    void anHl7SenderIsToldTheFieldsAndAFhirSenderTheElements() {
        ReportFixtures hl7 = complete()
                .source(hl7(header("ORU^R01"), "PID|1", "OBR|1", "OBX|1"))
                .without(FieldNames.BIRTH_DATE)
                .without(FieldNames.INJURY_DATE);
        assertThat(words(hl7, ValidationLevel.COMPLETE))
                .containsExactly(
                        "The patient's date of birth is missing. Send it in PID-7.",
                        "The date of injury is missing, and so is a claim or case number. Send the claim number in IN1-36, or the date of injury in ACC-1, or either on a line of text such as \"Claim no: …\" or \"Injury date: …\".");
        ReportFixtures fhir = complete().source(new Source.Fhir(document())).without(FieldNames.PROVIDER_NAME);
        assertThat(words(fhir, ValidationLevel.COMPLETE))
                .containsExactly(
                        "The provider's name or NPI is missing. Send the author as a Practitioner with a name or NPI.");
    }

    @Test
    void eachTypeHasItsOwnMinimum() {
        assertThat(missing(complete().type(DocumentType.TX_DWC_073), ValidationLevel.COMPLETE))
                .extracting(Missing::id)
                .containsExactly("work-status-missing", "signature-missing");
        assertThat(words(complete().type(DocumentType.UNKNOWN), ValidationLevel.COMPLETE))
                .containsExactly(
                        "What kind of report this is could not be told. Use the form that is meant for it, or put a title on the first page.");
        assertThat(words(complete().type(DocumentType.COVER_SHEET), ValidationLevel.COMPLETE))
                .containsExactly(
                        "This is a cover sheet or not a report at all. Send the report itself; nothing is filed of this sheet.");
    }

    @Test
    void aMessageNeedsTheSegmentsOfItsKind() {
        assertThat(words(complete().source(hl7(header("ORU^R01"), "PID|1")), ValidationLevel.STRUCTURED))
                .containsExactly(
                        "The message has no OBR segment, so it does not say what was done or observed. Send it with one.",
                        "The message has no OBX segment, so it does not say what the result is. Send it with one.");
        assertThat(missing(complete().source(hl7(header("MDM^T02"), "EVN|T02")), ValidationLevel.STRUCTURED))
                .extracting(Missing::id)
                .containsExactly("segment-pid-missing", "segment-txa-missing");
        assertThat(missing(
                        complete().source(hl7(header("ORU^R01"), "PID|1", "OBR|1", "OBX|1", "OBR|2", "OBX|1", "ZXX|1")),
                        ValidationLevel.STRUCTURED))
                .as("segments that come again, and segments of nobody's")
                .isEmpty();
        assertThat(missing(complete().source(hl7(header("ZZZ^Z99"), "PID|1")), ValidationLevel.STRUCTURED))
                .as("a kind that nobody knows needs a patient")
                .isEmpty();
    }

    @Test
    void aResourceNeedsTheElementsThatR4Requires() {
        DocumentReference bare = new DocumentReference();
        assertThat(words(complete().source(new Source.Fhir(bare)), ValidationLevel.STRUCTURED))
                .containsExactly(
                        "The element DocumentReference.status is required by FHIR R4 and missing. Send it.",
                        "The element DocumentReference.content is required by FHIR R4 and missing. Send it.");
        assertThat(missing(complete().source(new Source.Fhir(document())), ValidationLevel.STRUCTURED))
                .isEmpty();
    }

    @Test
    void aClinicalDocumentNeedsTheHeaderThatEveryOneHas() {
        Source bare = cda("<recordTarget><patientRole/></recordTarget><author/><component/>");
        assertThat(missing(complete().source(bare), ValidationLevel.STRUCTURED))
                .extracting(Missing::id)
                .containsExactly(
                        "cda-templateid-missing",
                        "cda-id-missing",
                        "cda-code-missing",
                        "cda-effectivetime-missing",
                        "cda-custodian-missing");
        Source nobody = cda(
                "<templateId root='2.16.840.1.113883.10.20.22.1.1'/><id root='1.2'/><code code='11506-3'/><effectiveTime value='20261102'/><author/><custodian/><component/>");
        assertThat(words(complete().source(nobody).without(FieldNames.BIRTH_DATE), ValidationLevel.STRUCTURED))
                .containsExactly(
                        "The document has no recordTarget, so it does not say who the patient is. Send the C-CDA with its whole header.");
        assertThat(words(complete().source(nobody).without(FieldNames.BIRTH_DATE), ValidationLevel.COMPLETE))
                .containsExactly("The patient's date of birth is missing. Send it in recordTarget (birthTime).");
    }

    private static Source cda(String parts) {
        String document = "<ClinicalDocument xmlns='urn:hl7-org:v3'>" + parts + "</ClinicalDocument>";
        return new Source.Cda(CdaDocument.parse(document.getBytes(StandardCharsets.UTF_8))
                .document()
                .orElseThrow());
    }

    private static DocumentReference document() {
        DocumentReference document = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
        document.addContent().getAttachment().setTitle("note");
        return document;
    }

    @Test
    void aDocumentNeedsPagesOnWhichSomethingCanBeRead() {
        assertThat(words(complete().pages(page()), ValidationLevel.STRUCTURED))
                .containsExactly(
                        "No text could be read on any page. Send a clearer copy (black on white, 200 dpi or more), or the PDF that your system makes.");
    }

    @Test
    void whatWasLeftUnreadIsToldInWordsForAClinicAndEachOnce() {
        ReportFixtures part = complete()
                .notes(
                        new Reason("page-unreadable", "Page 2 …"),
                        new Reason("page-unreadable", "Page 3 …"),
                        new Reason("embedded-document-unreadable", "The document at OBX(3)-5 …"),
                        new Reason("several-people", "…"),
                        new Reason("patient-merge", "no matter of structure"));
        assertThat(words(part, ValidationLevel.STRUCTURED))
                .containsExactly(
                        "A page could not be read. Send that page again in a clearer copy.",
                        "A document inside the message could not be opened: it is damaged, cut off or locked by a password. Send it again as a PDF without a password.",
                        "It speaks of more than one patient. Send one report for each patient.");
    }

    @Test
    void noValueOfThePatientIsInTheWords() {
        ReportFixtures told = complete()
                .type(DocumentType.RETURN_TO_WORK_NOTE)
                .with(FieldNames.WORK_STATUS, "off_work")
                .with(FieldNames.WORK_STATUS_THROUGH, "until Wilma is well")
                .without(FieldNames.GIVEN);
        assertThat(words(told, ValidationLevel.COMPLETE))
                .hasSize(2)
                .noneMatch(words -> words.contains("Wilma") || words.contains("Brandt") || words.contains("1980"));
    }
}
