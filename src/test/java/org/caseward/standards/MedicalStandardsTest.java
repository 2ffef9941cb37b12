package org.caseward.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.caseward.matching.ReportFixtures.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.Person;
import org.caseward.matching.CaseFixtures;
import org.caseward.matching.MatchResult;
import org.caseward.matching.MatchResult.Candidate;
import org.caseward.matching.MatchedReport;
import org.caseward.matching.ReportFixtures;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.caseward.report.Finding;
import org.caseward.report.Troubled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a report beside its case, and from which table. */
class MedicalStandardsTest {
    private static final Durations SHIPPED =
            DurationTables.load(Path.of("standards")).durations();
    private static final String HEADER =
            "icd10,condition,median_days,at_risk_days,effective_from,effective_to,program,source,version\n";

    private static final Person WILMA = CaseFixtures.person("P-1", "Brandt", "Wilma", "1980-02-14");

    @TempDir
    Path folder;

    private static ReportFixtures offWork(String from, String through) {
        return report().type(DocumentType.RETURN_TO_WORK_NOTE)
                .with(FieldNames.SERVICE_DATE, from)
                .with(FieldNames.WORK_STATUS, "off_work")
                .with(FieldNames.WORK_STATUS_FROM, from)
                .with(FieldNames.WORK_STATUS_THROUGH, through);
    }

    private static List<Finding> findings(ReportFixtures report, Durations durations, Optional<CaseFile> file) {
        DurationTables tables = new DurationTables(durations, Map.of());
        MatchResult match = new MatchResult(
                MatchResult.Decision.REVIEW,
                Optional.of("pd"),
                List.of(),
                file.map(one -> new Candidate("pd", one.caseNumber(), 20, List.of(), List.of())).stream()
                        .toList(),
                List.of(),
                "fs-1");
        return new Standards((program, number) -> file, tables)
                .check(new MatchedReport(report.build(), match)).findings().stream()
                        .filter(finding -> !finding.id().equals("minimum-data-missing"))
                        .toList();
    }

    private static List<String> ids(ReportFixtures report, Durations durations, Optional<CaseFile> file) {
        return findings(report, durations, file).stream().map(Finding::id).toList();
    }

    private static CaseFile onTheLeftKnee() {
        return CaseFixtures.openCase("pd", "IOD-2026-000001", WILMA);
    }

    private Durations table(String rows) throws Exception {
        Files.writeString(folder.resolve("own.csv"), HEADER + rows);
        return DurationTables.load(folder).durations();
    }

    @Test
    void anAbsenceIsHeldAgainstThePublishedMedianOfItsDiagnosisWithBothEndsCounted() {
        ReportFixtures carpalTunnel = offWork("2026-11-01", "2026-11-28").with(FieldNames.DIAGNOSIS, "G56.02");
        assertThat(ids(carpalTunnel, SHIPPED, Optional.empty())).isEmpty();
        assertThat(findings(carpalTunnel.with(FieldNames.WORK_STATUS_THROUGH, "2026-11-29"), SHIPPED, Optional.empty()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("beyond-median");
                    assertThat(finding.text()).contains("29 days", "carpal tunnel syndrome is 28");
                    assertThat(finding.source()).contains("Bureau of Labor Statistics", "2007");
                });
    }

    @Test
    void whereNoDiagnosisIsKnownTheMedianOfAllCountsAndTheNewerTableGoesFirst() {
        assertThat(findings(offWork("2026-11-01", "2026-11-10"), SHIPPED, Optional.empty()))
                .extracting(Finding::id, Finding::source)
                .containsExactly(tuple(
                        "beyond-median",
                        "U.S. Bureau of Labor Statistics, median days away from work, local government, 2012"));
        assertThat(ids(offWork("2026-11-01", "2026-11-09"), SHIPPED, Optional.empty()))
                .isEmpty();
        assertThat(findings(offWork("2012-11-01", "2012-11-10"), SHIPPED, Optional.empty()))
                .extracting(Finding::source)
                .singleElement()
                .asString()
                .endsWith("private industry, 2007");
    }

    @Test
    void whoIsRestrictedIsNotAwayAndOfSeveralDiagnosesTheLongestCounts() {
        assertThat(ids(
                        offWork("2026-11-01", "2026-12-31").with(FieldNames.WORK_STATUS, "restricted"),
                        SHIPPED,
                        Optional.empty()))
                .isEmpty();
        assertThat(ids(
                        offWork("2026-11-01", "2026-11-30").with(FieldNames.DIAGNOSIS, "M75.101", "S42.001A"),
                        SHIPPED,
                        Optional.empty()))
                .isEmpty();
    }

    @Test
    void aProgramsOwnTableGoesBeforeAllOthersAndItsAtRiskDayIsToldInsteadOfTheMedian() throws Exception {
        Durations own = table("""
                S83,sprain of the knee,20,40,2026-01-01,,pd,Agency table,2026.1
                S83,sprain of the knee,5,6,2026-01-01,,other,Another's table,2026.1
                S83,sprain of the knee,1,2,2020-01-01,2026-01-01,pd,Agency table,2020.1
                """);
        ReportFixtures knee = offWork("2026-11-01", "2026-11-20").with(FieldNames.DIAGNOSIS, "S83.412A");
        assertThat(ids(knee, own, Optional.empty())).isEmpty();
        assertThat(ids(knee.with(FieldNames.WORK_STATUS_THROUGH, "2026-12-10"), own, Optional.empty()))
                .containsExactly("beyond-median");
        assertThat(findings(knee.with(FieldNames.WORK_STATUS_THROUGH, "2026-12-11"), own, Optional.empty()))
                .extracting(Finding::id, Finding::source)
                .containsExactly(tuple("beyond-at-risk", "Agency table, 2026.1"));
    }

    @Test
    void aTableWithAFaultIsLeftOutWholeAndEveryFaultIsToldWithItsLine() throws Exception {
        Path file = folder.resolve("own.csv");
        Files.writeString(
                file,
                HEADER
                        + "S83,sprain,20,40,2026-01-01,,,Agency,1\n"
                        + "knee,sprain,0,often,1st of May,,,,1\n"
                        + "S83,sprain\n");
        assertThat(DurationCsv.read(file).complaints())
                .containsExactly(
                        "line 3: median_days is no number of days from 1 to 3650",
                        "line 3: at_risk_days is no number of days from 1 to 3650",
                        "line 3: effective_from is no date (YYYY-MM-DD)",
                        "line 3: source is empty",
                        "line 3: icd10 is neither * nor the beginning of a code",
                        "line 4: the line has 2 cells");
        DurationTables left = DurationTables.load(folder);
        assertThat(left.durations()).isEqualTo(Durations.NONE);
        List<Object> told = new ArrayList<>();
        new TablesWatch(new Standards((program, number) -> Optional.empty(), left), told::add).tell();
        assertThat(told).singleElement().isInstanceOfSatisfying(Troubled.class, trouble -> {
            assertThat(trouble.subject()).isEqualTo("own.csv");
            assertThat(trouble.text()).contains("left out", "line 3: source is empty", "start the hub anew");
        });
        Files.writeString(file, "icd10,condition\nS83,sprain\n");
        assertThat(DurationCsv.read(file).complaints())
                .singleElement()
                .asString()
                .contains("line 1 lacks", "median_days");
        assertThat(DurationTables.load(folder.resolve("nowhere")).durations()).isEqualTo(Durations.NONE);
    }

    @Test
    void theTablesThatAreShippedHaveNoFault() {
        assertThat(SHIPPED.rows())
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(row.atRisk()).isEmpty());
    }

    @Test
    void aTreatmentElsewhereThanAcceptedIsToldAndOneThatTellsNoPlaceIsNot() {
        Optional<CaseFile> file = Optional.of(onTheLeftKnee());
        ReportFixtures note = report().type(DocumentType.PROGRESS_NOTE);
        assertThat(ids(note.with(FieldNames.BODY_PART, "left knee"), Durations.NONE, file))
                .isEmpty();
        assertThat(ids(note.with(FieldNames.BODY_PART, "right shoulder"), Durations.NONE, file))
                .containsExactly("diagnosis-unrelated");
        assertThat(ids(note.without(FieldNames.BODY_PART).with(FieldNames.DIAGNOSIS, "S43.401A"), Durations.NONE, file))
                .containsExactly("diagnosis-unrelated");
        assertThat(ids(note.with(FieldNames.DIAGNOSIS, "I10"), Durations.NONE, file))
                .isEmpty();
        assertThat(ids(note.with(FieldNames.BODY_PART, "right shoulder"), Durations.NONE, Optional.empty()))
                .isEmpty();
    }

    @Test
    void aReportThatFitsAClosedCaseMayBeARecurrence() {
        CaseFile closed = CaseFixtures.closedCase("pd", "IOD-2020-000001", WILMA);
        assertThat(findings(report(), Durations.NONE, Optional.of(closed)))
                .extracting(Finding::id, Finding::source)
                .containsExactly(tuple("possible-recurrence", "status of case IOD-2020-000001"));
        assertThat(ids(report(), Durations.NONE, Optional.of(onTheLeftKnee()))).isEmpty();
    }

    @Test
    void aFollowUpVisitThatWasOverWhenTheReportCameIsAskedFor() {
        // the reports of these tests came on 1970-01-01
        ReportFixtures note = report().with(FieldNames.SERVICE_DATE, "1969-12-01");
        assertThat(ids(note.with(FieldNames.FOLLOW_UP_DATE, "1969-12-20"), Durations.NONE, Optional.empty()))
                .containsExactly("follow-up-overdue");
        assertThat(ids(note.with(FieldNames.FOLLOW_UP_DATE, "1970-01-01"), Durations.NONE, Optional.empty()))
                .isEmpty();
        assertThat(ids(note.with(FieldNames.FOLLOW_UP_DATE, "1969-11-20"), Durations.NONE, Optional.empty()))
                .isEmpty();
    }
}
