package org.caseward.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caseward.matching.MatchResult;
import org.caseward.report.Box;
import org.caseward.report.Channel;
import org.caseward.report.DocumentType;
import org.caseward.report.ReportState;
import org.caseward.review.ApiCaller.Answer;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@DeskTest
class ReportsApiTest {
    private static final String PROGRAM = "api-police";
    private static final String OTHER = "api-city";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DeskApp.settings(registry);
    }

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    ReportRows rows;

    @Autowired
    DeskApp.Heard heard;

    ApiCaller coordinator;

    @BeforeEach
    void aClientOfOneProgram() {
        people.putClient("api-coordinator", "s3cret", Map.of(PROGRAM, Set.of(Role.COORDINATOR)));
        coordinator = new ApiCaller(port, "api-coordinator", "s3cret");
    }

    private static List<String> ids(Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("reportId").asString())
                .toList();
    }

    @Test
    void aReportHasAllKeysOfTheContract() {
        UUID id = rows.inReview(PROGRAM).kept();
        JsonNode report = coordinator.get("/api/reports/" + id).body();
        assertThat(report.propertyNames())
                .contains(
                        "reportId",
                        "receipt",
                        "parent",
                        "children",
                        "siblings",
                        "program",
                        "state",
                        "channel",
                        "provider",
                        "controlId",
                        "sha256",
                        "documentType",
                        "fields",
                        "match",
                        "findings",
                        "history");
        assertThat(report.path("reportId").asString()).isEqualTo(id.toString());
        assertThat(report.path("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(report.path("state").asString()).isEqualTo("in_review");
    }

    @Test
    void aReportShowsItsLevelAndWhatIsMissingForTheNextAndIsFoundByIt() {
        UUID lacking = rows.inReview(PROGRAM)
                .lacks("{\"3\": [{\"id\": \"service-date-missing\", \"text\": \"The date of service is missing.\"}]}")
                .kept();
        JsonNode level = coordinator.get("/api/reports/" + lacking).body().path("level");
        assertThat(level.path("code").asString()).isEqualTo("L2");
        assertThat(level.path("name").asString()).isEqualTo("structured");
        assertThat(level.path("next").asString()).isEqualTo("L3");
        assertThat(level.path("missing").get(0).path("text").asString()).isEqualTo("The date of service is missing.");
        assertThat(ids(coordinator.get("/api/reports?level=L2"))).contains(lacking.toString());
        assertThat(ids(coordinator.get("/api/reports?level=L3"))).doesNotContain(lacking.toString());
        assertThat(coordinator.get("/api/reports?level=L9").status()).isEqualTo(400);
    }

    @Test
    void aValueKeepsItsEvidenceAndSeveralAreAList() {
        UUID id = rows.inReview(PROGRAM)
                .field(
                        "patient.birthDate",
                        "1980-02-14",
                        "02/14/1980",
                        0.91,
                        "ocr",
                        ReportRows.on(1, new Box(0.1, 0.2, 0.3, 0.05)))
                .field("claimNumber", "WC-88-120934", "WC-88-120934", 1, "hl7", ReportRows.at("IN1-36"))
                .field("claimNumber", "IOD-2026-001234", "IOD-2026-001234", 1, "hl7", ReportRows.at("OBX[2]-5"))
                .kept();
        JsonNode fields = coordinator.get("/api/reports/" + id).body().path("fields");
        JsonNode born = fields.path("patient.birthDate");
        assertThat(born.path("value").asString()).isEqualTo("1980-02-14");
        assertThat(born.path("raw").asString()).isEqualTo("02/14/1980");
        assertThat(born.path("confidence").asDouble()).isEqualTo(0.91);
        assertThat(born.path("method").asString()).isEqualTo("ocr");
        assertThat(born.path("evidence").get(0).path("page").asInt()).isEqualTo(1);
        assertThat(born.path("evidence").get(0).path("box")).hasSize(4);
        assertThat(fields.path("claimNumber")).hasSize(2);
        assertThat(fields.path("claimNumber")
                        .get(1)
                        .path("evidence")
                        .get(0)
                        .path("path")
                        .asString())
                .isEqualTo("OBX[2]-5");
    }

    @Test
    void theMatchNamesOneCaseOnlyWhereItIsExactlyOne() {
        MatchResult one = match(List.of(new MatchResult.CaseMatch("IOD-1", MatchResult.Decision.REVIEW)));
        MatchResult two = match(List.of(
                new MatchResult.CaseMatch("IOD-1", MatchResult.Decision.REVIEW),
                new MatchResult.CaseMatch("IOD-2", MatchResult.Decision.REVIEW)));
        JsonNode first = shownMatch(one);
        assertThat(first.path("caseNumber").asString()).isEqualTo("IOD-1");
        assertThat(first.path("decision").asString()).isEqualTo("review");
        assertThat(first.path("candidates").get(0).path("disagree").get(0).asString())
                .startsWith("birth date differs");
        assertThat(first.path("gates").get(0).path("passed").asBoolean(true)).isFalse();
        assertThat(first.path("modelVersion").asString()).isEqualTo("fs-1");
        assertThat(shownMatch(two).has("caseNumber")).isFalse();
    }

    private JsonNode shownMatch(MatchResult match) {
        UUID id = rows.inReview(PROGRAM).match(match).kept();
        return coordinator.get("/api/reports/" + id).body().path("match");
    }

    private static MatchResult match(List<MatchResult.CaseMatch> cases) {
        return new MatchResult(
                MatchResult.Decision.REVIEW,
                Optional.of(PROGRAM),
                cases,
                List.of(new MatchResult.Candidate(
                        PROGRAM,
                        "IOD-1",
                        17.2,
                        List.of("family name agrees: +8.1"),
                        List.of("birth date differs: -4.0"))),
                List.of(new MatchResult.Gate("birth-date", false, "The birth date differs.")),
                "fs-1");
    }

    @Test
    void aReceiptNumberFindsItsFirstReportWithAllItsSiblings() {
        var first = rows.inReview(PROGRAM);
        UUID id = first.kept();
        UUID second = rows.inReview(PROGRAM).sameReceiptAs(first).kept();
        JsonNode report =
                coordinator.get("/api/reports/" + first.receiptNumber()).body();
        assertThat(report.path("reportId").asString()).isEqualTo(id.toString());
        assertThat(report.path("siblings")
                        .valueStream()
                        .map(sibling -> sibling.path("reportId").asString()))
                .containsExactly(id.toString(), second.toString());
    }

    @Test
    void aListIsNewestFirstAndEveryFilterNarrowsIt() {
        String control = "control-" + UUID.randomUUID();
        UUID old = rows.inReview(PROGRAM)
                .controlId(control)
                .ago(Duration.ofDays(2))
                .kept();
        UUID filed = rows.inReview(PROGRAM)
                .controlId(control)
                .state(ReportState.FILED)
                .by(Channel.MLLP, "lakeview")
                .kept();
        String list = "/api/reports?controlId=" + control;
        assertThat(ids(coordinator.get(list))).containsExactly(filed.toString(), old.toString());
        assertThat(ids(coordinator.get(list + "&state=filed"))).containsExactly(filed.toString());
        assertThat(ids(coordinator.get(list + "&channel=fax"))).containsExactly(old.toString());
        assertThat(ids(coordinator.get(list + "&provider=lakeview"))).containsExactly(filed.toString());
        assertThat(ids(coordinator.get(list + "&program=" + OTHER))).isEmpty();
        assertThat(ids(coordinator.get(list + "&since=" + Instant.now().minus(Duration.ofHours(1)))))
                .containsExactly(filed.toString());
    }

    @Test
    void aCursorGoesOnWhereThePageEnded() {
        String control = "many-" + UUID.randomUUID();
        for (int i = 0; i < Reports.PAGE + 3; i++) {
            rows.inReview(PROGRAM).controlId(control).kept();
        }
        Answer first = coordinator.get("/api/reports?controlId=" + control);
        assertThat(ids(first)).hasSize(Reports.PAGE);
        Answer rest = coordinator.get("/api/reports?controlId=" + control + "&cursor="
                + first.body().path("next").asString());
        assertThat(ids(rest)).hasSize(3).doesNotContainAnyElementsOf(ids(first));
        assertThat(rest.body().path("next").isNull()).isTrue();
    }

    @Test
    void whatCannotBeReadOfAFilterIsNamed() {
        Answer answer = coordinator.get("/api/reports?state=lost");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.body().path("detail").asString()).contains("`state`").contains("in_review");
    }

    @Test
    void whatLiesOutsideTheWallsDoesNotExist() {
        UUID others = rows.inReview(OTHER).kept();
        UUID nobodys = rows.unclaimed(PROGRAM).kept();
        for (UUID id : List.of(others, nobodys, UUID.randomUUID())) {
            Answer answer = coordinator.get("/api/reports/" + id);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.type()).startsWith("application/problem+json");
            assertThat(answer.body().path("detail").asString()).contains("programs and roles");
        }
    }

    @Test
    void whoWatchesRoutesReadsNoReportsAndTriageOnlyTheUnclaimed() {
        UUID claimed = rows.inReview(PROGRAM).kept();
        UUID unclaimed = rows.unclaimed(PROGRAM, OTHER).kept();
        people.putClient("api-engineer", "s3cret", Map.of(PROGRAM, Set.of(Role.INTEGRATION_ENGINEER)));
        people.putClient("api-triage", "s3cret", Map.of(PROGRAM, Set.of(Role.TRIAGE)));
        ApiCaller engineer = new ApiCaller(port, "api-engineer", "s3cret");
        ApiCaller triage = new ApiCaller(port, "api-triage", "s3cret");
        assertThat(engineer.get("/api/reports/" + claimed).status()).isEqualTo(403);
        assertThat(engineer.get("/api/reports").status()).isEqualTo(403);
        assertThat(triage.get("/api/reports/" + claimed).status()).isEqualTo(404);
        assertThat(triage.get("/api/reports/" + unclaimed).status()).isEqualTo(200);
    }

    @Test
    void everyViewIsToldToTheAudit() {
        UUID id = rows.inReview(PROGRAM).type(DocumentType.BILL).kept();
        coordinator.get("/api/reports/" + id);
        assertThat(heard.acts).anySatisfy(act -> {
            assertThat(act.subject()).isEqualTo(id.toString());
            assertThat(act.act()).isEqualTo("viewed");
            assertThat(act.who()).isEqualTo("api-coordinator");
        });
    }
}
