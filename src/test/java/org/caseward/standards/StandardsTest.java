package org.caseward.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseward.matching.ReportFixtures.report;

import java.util.List;
import java.util.Optional;
import org.caseward.documents.Address;
import org.caseward.extraction.Page;
import org.caseward.matching.MatchResult;
import org.caseward.matching.MatchedReport;
import org.caseward.matching.ReportFixtures;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.caseward.report.Finding;
import org.junit.jupiter.api.Test;

class StandardsTest {
    private static final Page PAGE = new Page(1, new Address("pd", "00"), 1700, 2200, List.of(), "text-layer", 0);

    private static ReportFixtures completeWorkStatusReport() {
        return report().type(DocumentType.TX_DWC_073)
                .pages(PAGE)
                .with(FieldNames.FAMILY, "Brandt")
                .with(FieldNames.GIVEN, "Wilma")
                .with(FieldNames.BIRTH_DATE, "1980-02-14")
                .with(FieldNames.CLAIM_NUMBER, "WC-88-120934")
                .with(FieldNames.PROVIDER_NPI, "1234567893")
                .with(FieldNames.SERVICE_DATE, "2026-11-02")
                .with(FieldNames.WORK_STATUS, "restricted")
                .with(FieldNames.WORK_STATUS_FROM, "2026-11-02")
                .with(FieldNames.WORK_STATUS_THROUGH, "2026-11-16")
                .with(FieldNames.SIGNATURE_PRESENT, "true");
    }

    private static List<Finding> findings(ReportFixtures report) {
        MatchResult nobody = new MatchResult(
                MatchResult.Decision.NO_CASE, Optional.empty(), List.of(), List.of(), List.of(), "fs-1");
        return Standards.alone()
                .check(new MatchedReport(report.build(), nobody))
                .findings();
    }

    private static List<String> ids(ReportFixtures report) {
        return findings(report).stream().map(Finding::id).toList();
    }

    @Test
    void hasNothingToSayAboutACompleteReport() {
        assertThat(findings(completeWorkStatusReport())).isEmpty();
    }

    @Test
    void missesAWorkStatusWhereOneIsExpected() {
        assertThat(findings(completeWorkStatusReport().without(FieldNames.WORK_STATUS)))
                .extracting(Finding::id, Finding::source)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("work-status-missing", "28 TAC 129.5(c)"));
        assertThat(ids(completeWorkStatusReport().with(FieldNames.WORK_STATUS, "unknown")))
                .containsExactly("work-status-missing");
        assertThat(ids(completeWorkStatusReport().type(DocumentType.IMAGING).without(FieldNames.WORK_STATUS)))
                .isEmpty();
    }

    @Test
    void missesTheEndOfARestrictionButNotOfFullDuty() {
        assertThat(ids(completeWorkStatusReport().without(FieldNames.WORK_STATUS_THROUGH)))
                .containsExactly("restriction-end-missing");
        assertThat(ids(completeWorkStatusReport()
                        .with(FieldNames.WORK_STATUS, "full_duty")
                        .without(FieldNames.WORK_STATUS_THROUGH)))
                .isEmpty();
    }

    @Test
    void takesNoWordsForAnEndDate() {
        for (String vague : List.of("until follow-up", "4 weeks", "next visit", "TBD", "re-eval")) {
            assertThat(ids(completeWorkStatusReport().with(FieldNames.WORK_STATUS_THROUGH, vague)))
                    .as(vague)
                    .containsExactly("vague-end-date");
        }
        assertThat(ids(completeWorkStatusReport()
                        .read(FieldNames.WORK_STATUS_THROUGH, "2026-11-30", "in 4 weeks", 0.9)))
                .as("a date worked out from vague words")
                .containsExactly("vague-end-date");
        assertThat(ids(completeWorkStatusReport()
                        .read(FieldNames.WORK_STATUS_THROUGH, "2026-11-30", "11/30/2026", 0.9)))
                .isEmpty();
    }

    @Test
    void noticesAnEndBeforeTheStart() {
        assertThat(ids(completeWorkStatusReport().with(FieldNames.WORK_STATUS_THROUGH, "2026-11-01")))
                .containsExactly("end-before-start");
        assertThat(ids(completeWorkStatusReport().with(FieldNames.WORK_STATUS_THROUGH, "2026-11-02")))
                .isEmpty();
    }

    @Test
    void missesASignatureOnlyOnPagesThatNeedOne() {
        ReportFixtures unsigned = completeWorkStatusReport().without(FieldNames.SIGNATURE_PRESENT);
        assertThat(ids(unsigned)).containsExactly("signature-missing");
        assertThat(ids(unsigned.pages())).isEmpty();
        assertThat(ids(completeWorkStatusReport().with(FieldNames.SIGNATURE_PRESENT, "false")))
                .containsExactly("signature-missing");
        assertThat(ids(completeWorkStatusReport().type(DocumentType.IMAGING).without(FieldNames.SIGNATURE_PRESENT)))
                .isEmpty();
    }

    @Test
    void missesTheReasonWhyTheTexasFormKeepsSomebodyOffWork() {
        ReportFixtures off = completeWorkStatusReport().with(FieldNames.WORK_STATUS, "off_work");
        assertThat(findings(off))
                .extracting(Finding::id, Finding::source)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("explanation-missing", "28 TAC 129.5(c)"));
        assertThat(ids(off.with("tx-dwc-073.explanation", "Pain."))).containsExactly("explanation-missing");
        assertThat(ids(off.with("tx-dwc-073.explanation", "Cannot bear weight on the left leg")))
                .isEmpty();
        assertThat(ids(off.without("tx-dwc-073.explanation").with(FieldNames.WORK_STATUS, "restricted")))
                .isEmpty();
    }

    @Test
    void namesAllThatIsMissingOfTheMinimum() {
        List<Finding> findings = findings(report().type(DocumentType.IMAGING).with(FieldNames.FAMILY, "Brandt"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("minimum-data-missing");
            assertThat(finding.text())
                    .contains("given name", "birth date", "claim or case number", "NPI", "date of service")
                    .doesNotContain("family name", "Brandt");
        });
        assertThat(ids(report().type(DocumentType.COVER_SHEET))).isEmpty();
    }
}
