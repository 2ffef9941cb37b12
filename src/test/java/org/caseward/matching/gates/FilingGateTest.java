package org.caseward.matching.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseward.matching.CaseFixtures.caseOf;
import static org.caseward.matching.CaseFixtures.closedCase;
import static org.caseward.matching.CaseFixtures.known;
import static org.caseward.matching.CaseFixtures.openCase;
import static org.caseward.matching.CaseFixtures.person;
import static org.caseward.matching.CaseFixtures.withSuffix;
import static org.caseward.matching.ReportFixtures.report;
import static org.caseward.matching.ReportFixtures.reportOn;
import static org.caseward.matching.gates.Placements.place;

import java.util.List;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.Person;
import org.caseward.documents.Address;
import org.caseward.extraction.Page;
import org.caseward.extraction.Word;
import org.caseward.matching.ReportFixtures;
import org.caseward.normalisation.SourceStatus;
import org.caseward.report.Box;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each gate alone: what it lets pass, and what it stops with which words. */
class FilingGateTest {
    private static final Person WILLIAM =
            known(person("P1", "Brandt", "William", "1980-02-14"), "M", "1234", "E-4711", "Oakes");
    private static final CaseFile KNEE = openCase("pd", "IOD-100001", WILLIAM);
    private static final CaseFile OTHER =
            openCase("pd", "IOD-100009", person("P9", "Garcia-Lund", "Inez", "1988-08-18"));

    private static void passes(FilingGate gate, Placement placement) {
        assertThat(gate.objection(placement)).isEmpty();
    }

    private static void stops(FilingGate gate, Placement placement, String reason) {
        assertThat(gate.objection(placement)).contains(reason);
    }

    @Test
    void noTwoGatesShareAName() {
        assertThat(FilingGate.ALL)
                .extracting(FilingGate::name)
                .doesNotHaveDuplicates()
                .hasSize(19);
    }

    @Test
    void everyGateThatComparesObjectsWhereThereIsNothingToCompare() {
        Placement nobody = place(reportOn(KNEE));
        for (FilingGate gate : List.of(
                new ExactNumber(),
                new NameAgrees(),
                new BirthDateAgrees(),
                new NoContradiction(),
                new OnePerson(),
                new NoCloseSecond(),
                new CaseOpen(),
                new CaseUnambiguous())) {
            assertThat(gate.objection(nobody)).as(gate.name()).isPresent();
        }
    }

    @Test
    void reportNotACopyStopsTheSameContent() {
        passes(new ReportNotACopy(), place(reportOn(KNEE), KNEE));
        stops(new ReportNotACopy(), place(reportOn(KNEE).copy(), KNEE), "an earlier report has the very same content");
    }

    @Test
    void sourceOriginalStopsCorrectionsAndWithdrawals() {
        passes(new SourceOriginal(), place(reportOn(KNEE), KNEE));
        stops(
                new SourceOriginal(),
                place(reportOn(KNEE).status(SourceStatus.Kind.CORRECTED), KNEE),
                "the source says that it corrects an earlier report");
        stops(
                new SourceOriginal(),
                place(reportOn(KNEE).status(SourceStatus.Kind.WITHDRAWN), KNEE),
                "the source withdraws an earlier report");
    }

    @Test
    void documentFileableStopsWhatIsNoRecord() {
        stops(
                new DocumentFileable(),
                place(reportOn(KNEE).type(DocumentType.COVER_SHEET), KNEE),
                "a cover sheet is not filed by itself");
        stops(
                new DocumentFileable(),
                place(reportOn(KNEE).type(DocumentType.UNKNOWN), KNEE),
                "the kind of document was not recognised from its pages");
        passes(
                new DocumentFileable(),
                place(reportOn(KNEE).type(DocumentType.UNKNOWN).hl7(), KNEE));
    }

    @Test
    void readingSureStopsADoubtfulKeyField() {
        passes(new ReadingSure(), place(reportOn(KNEE).read(FieldNames.GIVEN, "William", "William", 0.95), KNEE));
        passes(new ReadingSure(), place(reportOn(KNEE).read(FieldNames.EMPLOYER, "Harbor", "Harb0r", 0.2), KNEE));
        stops(
                new ReadingSure(),
                place(reportOn(KNEE).read(FieldNames.GIVEN, "William", "Wi11iam", 0.62), KNEE),
                "patient.given was not read surely enough");
    }

    @Test
    void aDoubtfulSecondNumberOfTheSameCaseIsNoSecondClaim() {
        // the form's own line read as a letter, and a number whose word was spoilt by it
        for (String doubtful : List.of("LIOD-100001", "OD-100001", "1OD-100001", "IOD-100001")) {
            ReportFixtures report = reportOn(KNEE)
                    .read(FieldNames.CLAIM_NUMBER, "WC-100001", "WC-100001", 0.92)
                    .alsoRead(FieldNames.CLAIM_NUMBER, doubtful, 0.4);
            passes(new ReadingSure(), place(report, KNEE));
            passes(new ExactNumber(), place(report, KNEE));
        }
    }

    @Test
    void aDoubtfulNumberIsNotExplainedAwayWhereItMayBeAnotherClaim() {
        String unsure = "claimNumber was not read surely enough";
        stops(new ReadingSure(), place(withSecondNumber(0.92, "IOD-100007", 0.4), KNEE), unsure);
        stops(new ReadingSure(), place(withSecondNumber(0.92, "IOD-100009", 0.4), KNEE, OTHER), unsure);
        stops(new ReadingSure(), place(withSecondNumber(0.6, "IOD-100001", 0.4), KNEE), unsure);
        stops(
                new ExactNumber(),
                place(withSecondNumber(0.92, "LIOD-100001", 0.9), KNEE),
                "a claim number on the report is not exactly that of any case");
    }

    private static ReportFixtures withSecondNumber(double firstSure, String second, double secondSure) {
        return reportOn(KNEE)
                .read(FieldNames.CLAIM_NUMBER, "WC-100001", "WC-100001", firstSure)
                .alsoRead(FieldNames.CLAIM_NUMBER, second, secondSure);
    }

    @Test
    void readingSureStopsAPageThatCouldNotBeRead() {
        Page noise = page(2, new Word("~~", new Box(0, 0, 1, 1), 0.21));
        Page clear = page(1, new Word("Knee", new Box(0, 0, 1, 1), 0.96));

        passes(new ReadingSure(), place(reportOn(KNEE).pages(clear), KNEE));
        passes(new ReadingSure(), place(reportOn(KNEE).pages(clear, noise).hl7(), KNEE));
        stops(new ReadingSure(), place(reportOn(KNEE).pages(clear, noise), KNEE), "page 2 could not be read");
        stops(new ReadingSure(), place(reportOn(KNEE).pages(clear, page(2)), KNEE), "page 2 could not be read");
    }

    @Test
    void pagesNameThePersonStopsASheetThatMayBeSomebodyElses() {
        PagesNameThePerson gate = new PagesNameThePerson();
        Page named = page(1, word("Patient:"), word(WILLIAM.family().toUpperCase(java.util.Locale.ROOT) + ","));
        Page numbered = page(2, word("Claim"), word("WC-100001"));
        Page strange = page(2, word("Margrave,"), word("Basil"));
        String objection = "page 2 shows neither the person's name nor a number of the case; it may be somebody else's";

        passes(gate, place(reportOn(KNEE), KNEE));
        passes(gate, place(reportOn(KNEE).pages(named, numbered), KNEE));
        stops(gate, place(reportOn(KNEE).pages(named, strange), KNEE), objection);
        passes(gate, place(reportOn(KNEE).pages(named, strange).hl7(), KNEE));
        stops(gate, place(reportOn(KNEE).pages(strange).hl7(), KNEE), objection);
    }

    private static Word word(String text) {
        return new Word(text, new Box(0, 0, 1, 1), 0.96);
    }

    private static Page page(int number, Word... words) {
        return new Page(number, new Address("pd", "00"), 1700, 2200, List.of(words), "ocr", 0);
    }

    @Nested
    class ExactNumberGate {
        private final ExactNumber gate = new ExactNumber();

        @Test
        void passesTheNumberOfOneCaseHoweverItIsSeparated() {
            passes(gate, place(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "iod 100001"), KNEE, OTHER));
            passes(gate, place(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "IOD-100001", "WC-100001"), KNEE, OTHER));
        }

        @Test
        void takesAShortCodeForNoNumber() {
            passes(gate, place(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "IOD-100001", "PLAN01"), KNEE));
        }

        @Test
        void stopsNoNumberAnotherNumberAndAMisreadOne() {
            stops(
                    gate,
                    place(reportOn(KNEE).without(FieldNames.CLAIM_NUMBER), KNEE),
                    "the report names no claim or case number");
            for (String number : List.of("IOD-100002", "I0D-100001", "IOD-10000")) {
                stops(
                        gate,
                        place(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, number), KNEE),
                        "a claim number on the report is not exactly that of any case");
            }
        }

        @Test
        void stopsANumberThatSeveralCasesBear() {
            CaseFile same = caseOf("pd", "IOD-100002", "open", WILLIAM, "2025-01-02", "neck", "WC-100001");
            stops(
                    gate,
                    place(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "WC-100001"), KNEE, same),
                    "a claim number on the report is that of several cases");
        }
    }

    @ParameterizedTest
    @CsvSource({"Brandt,William", "BRANDT,Bill", "Brandt-Lopez,Will", "Oakes,William J"})
    void nameAgreesPassesFormsOfTheSameName(String family, String given) {
        passes(new NameAgrees(), place(named(family, given), KNEE));
    }

    @ParameterizedTest
    @CsvSource({
        "Brand,William,family name is spelled alike",
        "Petersen,William,family name disagrees",
        "Brandt,Willian,given name is spelled alike",
        "Brandt,W,given name agrees in its initial",
        "Brandt,Nora,given name disagrees"
    })
    void nameAgreesStopsAnythingLess(String family, String given, String reason) {
        stops(new NameAgrees(), place(named(family, given), KNEE), reason);
    }

    private static ReportFixtures named(String family, String given) {
        return reportOn(KNEE).with(FieldNames.FAMILY, family).with(FieldNames.GIVEN, given);
    }

    @Test
    void birthDateAgreesStopsAllButEquality() {
        passes(new BirthDateAgrees(), place(reportOn(KNEE), KNEE));
        stops(
                new BirthDateAgrees(),
                place(reportOn(KNEE).without(FieldNames.BIRTH_DATE), KNEE),
                "birth date is missing");
        stops(
                new BirthDateAgrees(),
                place(reportOn(KNEE).with(FieldNames.BIRTH_DATE, "1980-02-15"), KNEE),
                "birth date is one digit off");
        stops(
                new BirthDateAgrees(),
                place(reportOn(KNEE).with(FieldNames.BIRTH_DATE, "14.2.1980"), KNEE),
                "birth date is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "patient.birthDate,1981-03-15,birth date disagrees",
        "patient.ssnLast4,9876,SSN last four disagrees",
        "patient.ssnLast4,1235,SSN last four is one digit off",
        "patient.employeeNumber,E-9999,employee number disagrees",
        "patient.sex,F,sex disagrees",
        "bodyPart,right knee,body part is of the other side",
        "bodyPart,low back,body part disagrees",
        "injuryDate,2025-06-30,injury date disagrees",
        "injuryDate,2026-01-03,injury date is one digit off"
    })
    void noContradictionStopsAStrongFieldThatDisagrees(String field, String value, String reason) {
        stops(new NoContradiction(), place(reportOn(KNEE).with(field, value), KNEE), reason);
    }

    @ParameterizedTest
    @CsvSource({
        "patient.ssnLast4,1234",
        "patient.employeeNumber,E-47ll",
        "patient.sex,male",
        "bodyPart,knee",
        "bodyPart,aura",
        "employer,Elsewhere Inc"
    })
    void noContradictionPassesWhatAgreesOrSaysNothing(String field, String value) {
        passes(new NoContradiction(), place(reportOn(KNEE).with(field, value), KNEE));
    }

    @Test
    void noContradictionStopsTheWrongSuffix() {
        CaseFile junior = openCase("pd", "IOD-100004", withSuffix(person("P4", "Dorsey", "Hugh", "1985-06-07"), "Jr"));
        stops(new NoContradiction(), place(reportOn(junior).with(FieldNames.SUFFIX, "SR"), junior), "suffix disagrees");
    }

    @Test
    void onePersonStopsAReportThatSpeaksOfTwo() {
        OnePerson gate = new OnePerson();
        passes(gate, place(reportOn(KNEE).with(FieldNames.FAMILY, "Brandt", "BRANDT", "Oakes"), KNEE));
        stops(
                gate,
                place(reportOn(KNEE).with(FieldNames.BIRTH_DATE, "1980-02-14", "1988-08-18"), KNEE),
                "the report carries two different birth dates");
        stops(
                gate,
                place(reportOn(KNEE).with(FieldNames.SSN_LAST4, "1234", "5678"), KNEE),
                "the report carries two different SSN endings");
        stops(
                gate,
                place(reportOn(KNEE).with(FieldNames.GIVEN, "William", "Inez"), KNEE),
                "the report carries names of different people");
        stops(
                gate,
                place(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "IOD-100001", "IOD-100009"), KNEE, OTHER),
                "the report carries claim numbers of different people");
    }

    @Test
    void noCloseSecondStopsATwinANamesakeAndABetterFit() {
        NoCloseSecond gate = new NoCloseSecond();
        CaseFile twin = openCase("pd", "IOD-100002", person("P2", "Brandt", "Nora", "1980-02-14"));
        CaseFile namesake = openCase("pd", "IOD-100003", person("P3", "Brandt", "Bill", "1980-02-15"));
        CaseFile undated = openCase("pd", "IOD-100003", person("P3", "Brandt", "William", null));

        passes(gate, place(reportOn(KNEE), KNEE, OTHER));
        stops(gate, place(reportOn(KNEE), KNEE, twin), "another person has this birth date and family name");
        stops(
                gate,
                place(reportOn(KNEE), KNEE, namesake),
                "another person of this name has a birth date that could be meant");
        stops(
                gate,
                place(reportOn(KNEE), KNEE, undated),
                "another person of this name has a birth date that could be meant");
        stops(
                gate,
                place(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "IOD-100009"), KNEE, OTHER),
                "another person fits better");
    }

    @Test
    void noCloseSecondLetsASuffixTellFatherAndSonApart() {
        CaseFile junior = openCase("pd", "IOD-100004", withSuffix(person("P4", "Dorsey", "Hugh", "1985-06-07"), "Jr"));
        CaseFile senior = openCase("pd", "IOD-100005", withSuffix(person("P5", "Dorsey", "Hugh", "1955-01-09"), "Sr"));

        passes(new NoCloseSecond(), place(reportOn(junior), junior, senior));
        stops(
                new NoCloseSecond(),
                place(reportOn(junior).without(FieldNames.SUFFIX), junior, senior),
                "another person has this name and only the suffix tells them apart");
    }

    @Test
    void searchedWholeStopsWhereAKeyWasLeftOut() {
        passes(new SearchedWhole(), place(reportOn(KNEE), true, KNEE));
        assertThat(new SearchedWhole().objection(place(reportOn(KNEE), false, KNEE)))
                .isPresent();
    }

    @Test
    void caseOpenStopsAClosedCaseButNotAReopenedOne() {
        CaseFile closed = closedCase("pd", "IOD-100001", WILLIAM);
        CaseFile reopened = caseOf("pd", "IOD-100001", "reopened", WILLIAM, "2026-01-02", "left knee", "WC-100001");

        stops(new CaseOpen(), place(reportOn(closed), closed), "the case is closed");
        passes(new CaseOpen(), place(reportOn(reopened), reopened));
    }

    @Test
    void caseUnambiguousWantsASecondPointerToTheSameCase() {
        CaseFile shoulder = caseOf("pd", "IOD-100002", "open", WILLIAM, "2025-05-06", "right shoulder", "WC-100002");
        CaseUnambiguous gate = new CaseUnambiguous();
        ReportFixtures numberOnly = reportOn(KNEE).without(FieldNames.INJURY_DATE);

        passes(gate, place(numberOnly, KNEE));
        stops(gate, place(numberOnly, KNEE, shoulder), "the person has several cases and only the number tells which");
        passes(gate, place(reportOn(KNEE), KNEE, shoulder));
        stops(
                gate,
                place(numberOnly.with(FieldNames.BODY_PART, "right shoulder"), KNEE, shoulder),
                "the person has several cases and only the number tells which");
    }

    @Test
    void programClaimedStopsWhatNoProgramOrTwoCanClaim() {
        CaseFile city = openCase("wc", "IOD-200001", WILLIAM);
        ReportFixtures both = reportOn(KNEE).without(FieldNames.CLAIM_NUMBER).programs("pd", "wc");

        passes(new ProgramClaimed(), place(reportOn(KNEE).programs("pd", "wc"), KNEE, OTHER));
        stops(new ProgramClaimed(), place(both, KNEE, city), "no program of this connection can claim the report");
        stops(
                new ProgramClaimed(),
                place(report().programs("pd", "wc")),
                "no program of this connection can claim the report");
    }
}
