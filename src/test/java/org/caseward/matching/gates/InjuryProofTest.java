package org.caseward.matching.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseward.matching.CaseFixtures.caseOf;
import static org.caseward.matching.CaseFixtures.known;
import static org.caseward.matching.CaseFixtures.openCase;
import static org.caseward.matching.CaseFixtures.person;
import static org.caseward.matching.ReportFixtures.reportOn;
import static org.caseward.matching.gates.Placements.place;

import java.util.List;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.CaseProvider;
import org.caseward.casefile.Person;
import org.caseward.matching.ReportFixtures;
import org.caseward.report.FieldNames;
import org.junit.jupiter.api.Test;

/** What confirms that a claim number is not an old one on a new injury, and what number, day and place of the injury together bear. */
class InjuryProofTest {
    private static final CaseFile KNEE = openCase(
            "pd", "IOD-100001", known(person("P1", "Brandt", "William", "1980-02-14"), "M", "1234", "E-4711", "Oakes"));

    private static void passes(FilingGate gate, Placement placement) {
        assertThat(gate.objection(placement)).isEmpty();
    }

    private static void stops(FilingGate gate, Placement placement) {
        assertThat(gate.objection(placement)).isPresent();
    }

    @Test
    void aDiagnosisOfTheOtherSideContradictsTheBodyPart() {
        CaseFile knee = caseOf("pd", "IOD-100001", "open", KNEE.person(), "2026-01-02", "left knee", "WC-100001");
        ReportFixtures bare = reportOn(knee).without(FieldNames.INJURY_DATE);
        stops(new NoContradiction(), place(bare.with(FieldNames.DIAGNOSIS, "M23.51"), knee));
        passes(new NoContradiction(), place(bare.with(FieldNames.DIAGNOSIS, "M23.52"), knee));
        // a fracture that is not displaced, and a finger whose digit is its number and not its side
        stops(new NoContradiction(), place(bare.with(FieldNames.DIAGNOSIS, "S82.024A"), knee));
        CaseFile finger = caseOf("pd", "IOD-100001", "open", KNEE.person(), "2026-01-02", "left finger", "WC-100001");
        passes(new NoContradiction(), place(reportOn(finger).with(FieldNames.DIAGNOSIS, "S62.601D"), finger));
    }

    @Test
    void aProviderWhoIsAnotherMakesANamesakeOfWhoeverOnlyBearsTheNumber() {
        CaseFile withDoctor = withProvider(KNEE, "Ostrander Clinic");
        ReportFixtures bare = reportOn(withDoctor).without(FieldNames.INJURY_DATE);
        passes(new TwoIdentities(), place(bare.with(FieldNames.PROVIDER_NAME, "Ostrander Clinic"), withDoctor));
        stops(new TwoIdentities(), place(bare.with(FieldNames.PROVIDER_NAME, "Quill Imaging"), withDoctor));
        passes(new TwoIdentities(), place(bare.with(FieldNames.BODY_PART, "left knee"), withDoctor));
    }

    @Test
    void aPlaceInCommonBesideOneThatIsNotIsNoEvidence() {
        ReportFixtures bare = reportOn(KNEE).without(FieldNames.INJURY_DATE);
        passes(new InjuryEvidence(), place(bare.with(FieldNames.BODY_PART, "left knee"), KNEE));
        stops(new InjuryEvidence(), place(bare.with(FieldNames.BODY_PART, "left knee", "head"), KNEE));
        stops(new InjuryEvidence(), place(bare.without(FieldNames.BODY_PART).with(FieldNames.BODY_PART, "aura"), KNEE));
    }

    @Test
    void theClinicsNameConfirmsNoOldNumber() {
        CaseFile silent = silentOfTheInjury(withProvider(KNEE, "Ostrander Clinic"));
        ReportFixtures fromThere =
                reportOn(silent).without(FieldNames.INJURY_DATE).with(FieldNames.PROVIDER_NAME, "Ostrander Clinic");
        passes(new InjuryEvidence(), place(fromThere, silent));
        stops(new InjuryEvidence(), place(fromThere.with(FieldNames.BODY_PART, "left ankle"), silent));
        passes(
                new InjuryEvidence(),
                place(fromThere.without(FieldNames.BODY_PART).with(FieldNames.DIAGNOSIS, "I10"), silent));
    }

    private static CaseFile withProvider(CaseFile of, String name) {
        return changed(of, of.bodyParts(), of.diagnoses(), List.of(new CaseProvider(name, null, null)));
    }

    private static CaseFile silentOfTheInjury(CaseFile of) {
        return changed(of, List.of(), List.of(), of.providers());
    }

    private static CaseFile changed(
            CaseFile of, List<String> parts, List<String> diagnoses, List<CaseProvider> providers) {
        return new CaseFile(
                of.program(),
                of.caseNumber(),
                of.claimNumbers(),
                of.status(),
                of.opened(),
                of.closed(),
                of.injuryDate(),
                parts,
                diagnoses,
                of.employer(),
                of.unit(),
                of.coordinator(),
                of.person(),
                providers);
    }

    @Test
    void anInjuryDateWithASlipIsBorneUnlessItIsAnotherCases() {
        CaseFile other = caseOf("pd", "IOD-100003", "open", KNEE.person(), "2025-05-06", "right shoulder", "WC-100003");
        CaseFile near = caseOf("pd", "IOD-100004", "open", KNEE.person(), "2026-01-03", "right shoulder", "WC-100004");
        ReportFixtures slip =
                reportOn(KNEE).with(FieldNames.INJURY_DATE, "2026-01-03").with(FieldNames.BODY_PART, "left knee");
        passes(new NoContradiction(), place(slip, KNEE, other));
        stops(new NoContradiction(), place(slip, KNEE, near));
    }

    @Test
    void theWholeInjuryBearsADigitOfTheSsnOrAFamilyNameByMarriageAndNotBoth() {
        ReportFixtures whole = reportOn(KNEE).with(FieldNames.BODY_PART, "left knee");
        passes(new NoContradiction(), place(whole.with(FieldNames.SSN_LAST4, "1235"), KNEE));
        stops(
                new NoContradiction(),
                place(whole.with(FieldNames.SSN_LAST4, "1235").with(FieldNames.SEX, "F"), KNEE));
        passes(new NameAgrees(), place(whole.without(FieldNames.SSN_LAST4).with(FieldNames.FAMILY, "Ypsilanti"), KNEE));
        stops(
                new NameAgrees(),
                place(whole.with(FieldNames.FAMILY, "Ypsilanti").without(FieldNames.INJURY_DATE), KNEE));
    }

    @Test
    void whoGoesByTheMiddleNameIsKnownByIt() {
        Person p = KNEE.person();
        CaseFile middled = openCase(
                "pd",
                "IOD-100001",
                new Person(
                        p.id(),
                        p.family(),
                        p.given(),
                        "Otto",
                        null,
                        List.of(),
                        p.birthDate(),
                        p.sex(),
                        null,
                        null,
                        null,
                        List.of()));
        passes(new NameAgrees(), place(reportOn(middled).with(FieldNames.GIVEN, "Otto"), middled));
        stops(new NameAgrees(), place(reportOn(middled).with(FieldNames.GIVEN, "Karl"), middled));
    }
}
