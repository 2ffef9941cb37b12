package org.caseward.matching.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseward.matching.CaseFixtures.caseOf;
import static org.caseward.matching.CaseFixtures.known;
import static org.caseward.matching.CaseFixtures.openCase;
import static org.caseward.matching.CaseFixtures.person;
import static org.caseward.matching.ReportFixtures.reportOn;
import static org.caseward.matching.gates.Placements.place;

import java.util.List;
import java.util.Set;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.ReportFixtures;
import org.caseward.report.FieldNames;
import org.junit.jupiter.api.Test;

/** What proves a person and an injury where the claim number or a field of identity is missing, doubtful or slightly wrong. */
class ProofGatesTest {
    private static final CaseFile KNEE = openCase(
            "pd", "IOD-100001", known(person("P1", "Brandt", "William", "1980-02-14"), "M", "1234", "E-4711", "Oakes"));
    private static final CaseFile TWIN = openCase(
            "pd", "IOD-100002", known(person("P2", "Brandt", "Walter", "1980-02-14"), "M", "9876", "E-9900", "Oakes"));

    private static CaseFile caseWithNoInjuryTold() {
        return new CaseFile(
                KNEE.program(),
                KNEE.caseNumber(),
                KNEE.claimNumbers(),
                KNEE.status(),
                KNEE.opened(),
                null,
                KNEE.injuryDate(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                KNEE.person(),
                List.of());
    }

    private static ReportFixtures withSsn() {
        return reportOn(KNEE).with(FieldNames.SSN_LAST4, "1234");
    }

    private static void passes(FilingGate gate, Placement placement) {
        assertThat(gate.objection(placement)).isEmpty();
    }

    private static void stops(FilingGate gate, Placement placement) {
        assertThat(gate.objection(placement)).isPresent();
    }

    @Test
    void twoIdentitiesWantsTwoGroupsBeyondTheName() {
        passes(new TwoIdentities(), place(reportOn(KNEE), KNEE));
        stops(new TwoIdentities(), place(reportOn(KNEE).without(FieldNames.BIRTH_DATE), KNEE));
        stops(
                new TwoIdentities(),
                place(reportOn(KNEE).without(FieldNames.CLAIM_NUMBER).without(FieldNames.INJURY_DATE), KNEE));
        passes(new TwoIdentities(), place(withSsn().without(FieldNames.CLAIM_NUMBER), KNEE));
    }

    @Test
    void aNamesakeWithAWrongNumberIsNotThePerson() {
        CaseFile middled = openCase(
                "pd",
                "IOD-100001",
                new org.caseward.casefile.Person(
                        "P1",
                        "Brandt",
                        "William",
                        "Otto",
                        null,
                        java.util.List.of(),
                        KNEE.person().birthDate(),
                        "M",
                        null,
                        null,
                        null,
                        java.util.List.of("312-555-0147")));
        ReportFixtures bare = reportOn(middled).without(FieldNames.INJURY_DATE);
        passes(new TwoIdentities(), place(bare, middled));
        stops(new TwoIdentities(), place(bare.with(FieldNames.MIDDLE, "Karl"), middled));
        stops(
                new TwoIdentities(),
                place(bare.without(FieldNames.MIDDLE).with(FieldNames.PHONE, "3125550199"), middled));
        passes(new TwoIdentities(), place(bare.with(FieldNames.INJURY_DATE, "2026-01-02"), middled));
    }

    @Test
    void anOldNumberIsNoEvidenceWhereNothingOfTheInjuryCanBeCompared() {
        CaseFile blank = new CaseFile(
                "pd",
                "IOD-100001",
                java.util.List.of("WC-100001"),
                "open",
                null,
                null,
                null,
                java.util.List.of(),
                java.util.List.of(),
                null,
                null,
                null,
                KNEE.person(),
                java.util.List.of());
        passes(new InjuryEvidence(), place(reportOn(blank), blank));
        stops(new InjuryEvidence(), place(reportOn(blank).with(FieldNames.BODY_PART, "left knee"), blank));
    }

    @Test
    void ofSeveralBodyPartsTheDiagnosisTellsWhichIsMeant() {
        CaseFile neck = caseOf("pd", "IOD-100001", "open", KNEE.person(), "2026-01-02", "neck", "WC-100001");
        ReportFixtures two = reportOn(neck).with(FieldNames.BODY_PART, "low back", "cervical spine");
        passes(new NoContradiction(), place(two, neck));
        stops(new NoContradiction(), place(two.with(FieldNames.DIAGNOSIS, "S33.5XXA"), neck));
    }

    @Test
    void injuryEvidenceWantsTheNumberOrTheDay() {
        passes(new InjuryEvidence(), place(reportOn(KNEE).without(FieldNames.CLAIM_NUMBER), KNEE));
        passes(new InjuryEvidence(), place(reportOn(KNEE).without(FieldNames.INJURY_DATE), KNEE));
        stops(
                new InjuryEvidence(),
                place(
                        withSsn()
                                .without(FieldNames.CLAIM_NUMBER)
                                .without(FieldNames.INJURY_DATE)
                                .with(FieldNames.BODY_PART, "left knee"),
                        KNEE));
    }

    @Test
    void anOldNumberOnAReportOfAnInjuryThatNothingElsePlacesHereIsForAPerson() {
        ReportFixtures elsewhere = withSsn().without(FieldNames.INJURY_DATE).with(FieldNames.DIAGNOSIS, "S05.11XA");
        stops(new InjuryEvidence(), place(elsewhere, caseWithNoInjuryTold()));
        // a laboratory's result tells of no injury
        passes(new InjuryEvidence(), place(withSsn().without(FieldNames.INJURY_DATE), caseWithNoInjuryTold()));
    }

    @Test
    void aReportWithoutANumberMayProveThePersonAndTheInjuryOtherwise() {
        ReportFixtures unnumbered = withSsn().without(FieldNames.CLAIM_NUMBER).with(FieldNames.BODY_PART, "left knee");
        passes(new ExactNumber(), place(unnumbered, KNEE));
        stops(new ExactNumber(), place(unnumbered.without(FieldNames.INJURY_DATE), KNEE));
    }

    @Test
    void aSlipInTheNumberIsBorneOnlyWhereAllElseProvesTheSameCase() {
        passes(
                new ExactNumber(),
                place(
                        withSsn()
                                .with(FieldNames.CLAIM_NUMBER, "IOD-100010")
                                .with(FieldNames.CLAIM_NUMBER, "I0D-100001"),
                        KNEE));
        stops(new ExactNumber(), place(withSsn().with(FieldNames.CLAIM_NUMBER, "IOD-777777"), KNEE));
        stops(new ExactNumber(), place(reportOn(KNEE).with(FieldNames.CLAIM_NUMBER, "IOD-100011"), KNEE));
    }

    @Test
    void oneIdentityStopsTheNumberOfAnotherPerson() {
        passes(new OneIdentity(), place(withSsn(), KNEE, TWIN));
        stops(new OneIdentity(), place(reportOn(KNEE).with(FieldNames.EMPLOYEE_NUMBER, "E-9900"), KNEE, TWIN));
        stops(new OneIdentity(), place(reportOn(KNEE).with(FieldNames.SSN_LAST4, "9876"), KNEE, TWIN));
    }

    @Test
    void aTwinIsToldApartByANumberOfTheirOwnAndByNothingElse() {
        passes(new NoCloseSecond(), place(withSsn(), KNEE, TWIN));
        stops(new NoCloseSecond(), place(reportOn(KNEE), KNEE, TWIN));
        stops(new NoCloseSecond(), place(reportOn(KNEE).with(FieldNames.SSN_LAST4, "9877"), KNEE, TWIN));
    }

    @Test
    void aNameThatIsMerelyAlikeNeedsANumberOfThePersonsOwn() {
        for (String given : new String[] {"Willian", "W"}) {
            passes(new NameAgrees(), place(withSsn().with(FieldNames.GIVEN, given), KNEE));
            stops(new NameAgrees(), place(reportOn(KNEE).with(FieldNames.GIVEN, given), KNEE));
        }
        stops(new NameAgrees(), place(withSsn().with(FieldNames.GIVEN, "Nora"), KNEE));
        passes(
                new NameAgrees(),
                place(withSsn().with(FieldNames.GIVEN, "Brandt").with(FieldNames.FAMILY, "William"), KNEE));
        stops(
                new NameAgrees(),
                place(withSsn().with(FieldNames.FAMILY, "Petersen").without(FieldNames.CLAIM_NUMBER), KNEE));
    }

    @Test
    void aMissingOrSlippedBirthDateNeedsANumberOfThePersonsOwn() {
        passes(new BirthDateAgrees(), place(withSsn().without(FieldNames.BIRTH_DATE), KNEE));
        passes(new BirthDateAgrees(), place(withSsn().with(FieldNames.BIRTH_DATE, "1980-02-15"), KNEE));
        stops(new BirthDateAgrees(), place(withSsn().with(FieldNames.BIRTH_DATE, "1955-07-15"), KNEE));
        stops(new BirthDateAgrees(), place(reportOn(KNEE).without(FieldNames.BIRTH_DATE), KNEE));
    }

    @Test
    void aDiagnosisOfAnotherRegionContradictsTheBodyPart() {
        CaseFile eye = caseOf("pd", "IOD-100001", "open", KNEE.person(), "2026-01-02", "left eye", "WC-100001");
        stops(new NoContradiction(), place(reportOn(eye).with(FieldNames.DIAGNOSIS, "S83.202D"), eye));
        passes(new NoContradiction(), place(reportOn(eye).with(FieldNames.DIAGNOSIS, "S05.12XA"), eye));
    }

    @Test
    void aWrongSexIsBorneOnlyWhereEverythingElseIsExact() {
        passes(new NoContradiction(), place(withSsn().with(FieldNames.SEX, "F"), KNEE));
        stops(
                new NoContradiction(),
                place(reportOn(KNEE).without(FieldNames.INJURY_DATE).with(FieldNames.SEX, "F"), KNEE));
        stops(new NoContradiction(), place(withSsn().with(FieldNames.SEX, "F").with(FieldNames.GIVEN, "Billie"), KNEE));
        passes(
                new NoContradiction(),
                place(
                        reportOn(KNEE).with(FieldNames.SSN_LAST4, "1235").with(FieldNames.EMPLOYEE_NUMBER, "E-4711"),
                        KNEE));
    }

    @Test
    void sureEnoughStopsWhatMayAsWellBeAnotherInjury() {
        CaseFile shoulder =
                caseOf("pd", "IOD-100003", "open", KNEE.person(), "2025-05-06", "right shoulder", "WC-100003");
        passes(new SureEnough(), place(withSsn(), KNEE));
        stops(
                new SureEnough(),
                place(withSsn().without(FieldNames.CLAIM_NUMBER).without(FieldNames.INJURY_DATE), KNEE, shoulder));
    }

    @Test
    void aCommonNameHidesNobodyWhereANumberOfThePersonsOwnStands() {
        Set<MatchKeys.Kind> names = Set.of(MatchKeys.Kind.NAMES);
        passes(new SearchedWhole(), place(withSsn(), names, KNEE));
        stops(new SearchedWhole(), place(reportOn(KNEE), names, KNEE));
        stops(new SearchedWhole(), place(withSsn(), Set.of(MatchKeys.Kind.SSN_SOUND), KNEE));
    }
}
