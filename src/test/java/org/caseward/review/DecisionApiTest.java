package org.caseward.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caseward.report.ReportState;
import org.caseward.review.ApiCaller.Answer;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@DeskTest
class DecisionApiTest {
    private static final String PROGRAM = "act-police";
    private static final String OTHER = "act-city";
    private static final byte[] PAGE = {1};

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
    CaseRows cases;

    @Autowired
    JdbcClient pipeline;

    @Autowired
    DeskApp.Heard heard;

    ApiCaller coordinator;

    @BeforeEach
    void aClientAndSomeCases() {
        people.putClient("act-coordinator", "s3cret", Map.of(PROGRAM, Set.of(Role.COORDINATOR)));
        coordinator = new ApiCaller(port, "act-coordinator", "s3cret");
        cases.program(PROGRAM, "Police");
        cases.program(OTHER, "City");
        cases.open(PROGRAM, "IOD-2026-000101", "Quill", "Ada", "1980-02-14");
        cases.closed(PROGRAM, "IOD-2019-000007", "Quill", "Ada", "1980-02-14");
        cases.open(OTHER, "WC-2026-000500", "Quill", "Ada", "1980-02-14");
        // the same number in both programs
        cases.open(PROGRAM, "SHARED-000001", "Quill", "Ada", "1980-02-14");
        cases.open(OTHER, "SHARED-000001", "Bell", "Otto", "1971-01-01");
    }

    private Answer decide(ApiCaller who, UUID report, String body) {
        return who.post("/api/reports/" + report + "/decision", body);
    }

    private Answer decide(UUID report, String body) {
        return decide(coordinator, report, body);
    }

    private static String accept(String number) {
        return "{'action': 'accept', 'caseNumbers': ['" + number + "']}";
    }

    /** {@code by action program cases}, one line a decision. */
    private List<String> decisions(UUID report) {
        return pipeline.sql("""
                select concat_ws(' ', by, action, program, array_to_string(case_numbers, '+')) from hub.decision
                where report = ? order by at""").param(report).query(String.class).list();
    }

    private List<String> outbox(UUID report) {
        return pipeline.sql("select lane from hub.outbox where report = ?")
                .param(report)
                .query(String.class)
                .list();
    }

    private static void refused(Answer answer, int status, String... said) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.body().path("detail").asString()).contains(said);
    }

    @Test
    void anAcceptedReportIsOnItsWayToThePublisher() {
        UUID id = rows.inReview(PROGRAM).kept();
        Answer answer = decide(id, accept("IOD-2026-000101"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("state").asString()).isEqualTo("matched");
        JsonNode last = answer.body().path("history").valueStream().toList().getLast();
        assertThat(last.path("step").asString()).isEqualTo("reviewed");
        assertThat(last.path("outcome").asString()).isEqualTo("accept");
        assertThat(outbox(id)).containsExactly("publishing");
        assertThat(decisions(id)).containsExactly("act-coordinator accept " + PROGRAM + " IOD-2026-000101");
        assertThat(heard.acts)
                .anyMatch(act -> act.act().equals("accepted") && act.subject().equals(id.toString()));
    }

    @Test
    void aReportMayBelongOnSeveralCasesOfOneProgram() {
        UUID id = rows.inReview(PROGRAM).kept();
        Answer answer = decide(id, "{'action': 'accept', 'caseNumbers': ['IOD-2026-000101', 'SHARED-000001']}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(decisions(id)).singleElement().asString().endsWith("IOD-2026-000101+SHARED-000001");
    }

    @Test
    void aCaseOutsideTheReportsProgramIsNoCase() {
        UUID id = rows.inReview(PROGRAM).kept();
        people.putClient(
                "act-both", "s3cret", Map.of(PROGRAM, Set.of(Role.COORDINATOR), OTHER, Set.of(Role.COORDINATOR)));
        ApiCaller both = new ApiCaller(port, "act-both", "s3cret");
        refused(decide(id, accept("IOD-0")), 422, "No case IOD-0 in program " + PROGRAM);
        refused(decide(both, id, accept("WC-2026-000500")), 422, "No case WC-2026-000500");
        assertThat(decisions(id)).isEmpty();
        assertThat(outbox(id)).isEmpty();
    }

    @Test
    void aClosedCaseHasToBeMeant() {
        UUID id = rows.inReview(PROGRAM).kept();
        refused(decide(id, accept("IOD-2019-000007")), 422, "closed", "onClosed");
        String meant = "{'action': 'accept', 'caseNumbers': ['IOD-2019-000007'], 'onClosed': true}";
        assertThat(decide(id, meant).status()).isEqualTo(200);
    }

    @Test
    void whoComesSecondIsToldSo() {
        UUID id = rows.inReview(PROGRAM).kept();
        decide(id, accept("IOD-2026-000101"));
        refused(
                decide(id, "{'action': 'reject', 'reason': 'not ours'}"),
                409,
                "it is matched",
                "decided by act-coordinator",
                "Nothing of yours was changed");
        assertThat(decisions(id)).hasSize(1);
    }

    @Test
    void aRejectionNeedsAReasonWhichOnlyThoseInsideTheWallsRead() {
        UUID id = rows.inReview(PROGRAM).kept();
        refused(decide(id, "{'action': 'reject', 'reason': ' '}"), 422, "reason is missing");
        Answer answer = decide(id, "{'action': 'reject', 'reason': 'Ada Quill left in May'}");
        assertThat(answer.body().path("state").asString()).isEqualTo("rejected");
        assertThat(answer.body().path("history").toString()).contains("Ada Quill left in May");
        assertThat(pipeline.sql("select string_agg(reason, ' ') from hub.report_step where report = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .doesNotContain("Quill");
        assertThat(heard.acts).noneMatch(act -> act.detail().contains("Quill"));
    }

    @Test
    void moreIsAskedForAndTheReportKeepsWaiting() {
        UUID id = rows.inReview(PROGRAM).kept();
        refused(decide(id, "{'action': 'request_more'}"), 422, "Nothing is asked for");
        Answer answer =
                decide(id, "{'action': 'request_more', 'findings': ['signature-missing'], 'note': 'page 2 too'}");
        assertThat(answer.body().path("state").asString()).isEqualTo("in_review");
        assertThat(answer.body().path("history").toString()).contains("signature-missing", "page 2 too");
        assertThat(decide(id, accept("IOD-2026-000101")).status()).isEqualTo(200);
    }

    @Test
    void aSplitMakesReportsOfItsPartsAndSetsTheWholeAside() {
        UUID id = rows.inReview(PROGRAM).page(PAGE).page(PAGE).page(PAGE).kept();
        Answer answer = decide(id, "{'action': 'split', 'pages': [[3], [1, 2]]}");
        assertThat(answer.body().path("state").asString()).isEqualTo("rejected");
        assertThat(answer.body().path("reason").path("text").asString()).contains("Split into parts");
        List<String> children = answer.body()
                .path("children")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(children).hasSize(2);
        JsonNode part = coordinator.get("/api/reports/" + children.getLast()).body();
        assertThat(part.path("state").asString()).isEqualTo(ReportState.RECEIVED.code());
        assertThat(part.path("parent").asString()).isEqualTo(id.toString());
        assertThat(part.path("receipt")).isEqualTo(answer.body().path("receipt"));
        assertThat(outbox(UUID.fromString(children.getLast()))).containsExactly("documents");
        assertThat(pipeline.sql("select array_to_string(pages, ',') from hub.report where id = ?")
                        .param(UUID.fromString(children.getLast()))
                        .query(String.class)
                        .single())
                .isEqualTo("1,2");
    }

    @Test
    void aSplitNamesEveryPageOnce() {
        UUID id = rows.inReview(PROGRAM).page(PAGE).page(PAGE).page(PAGE).kept();
        for (String pages : List.of("[[1], [2]]", "[[1, 2], [2, 3]]", "[[1], [2, 3, 4]]")) {
            refused(decide(id, "{'action': 'split', 'pages': " + pages + "}"), 422, "exactly one part");
        }
        refused(decide(id, "{'action': 'split', 'pages': [[1, 2, 3]]}"), 422, "two parts");
        refused(decide(id, "{'action': 'split', 'pages': [[1, 2, 3], []]}"), 422, "without pages");
        refused(
                decide(rows.inReview(PROGRAM).kept(), "{'action': 'split', 'pages': [[1], [2]]}"),
                422,
                "nothing to split");
    }

    @Test
    void triageGivesAnUnclaimedReportTheProgramOfItsCase() {
        people.putClient("act-triage", "s3cret", Map.of(PROGRAM, Set.of(Role.TRIAGE), OTHER, Set.of(Role.TRIAGE)));
        ApiCaller triage = new ApiCaller(port, "act-triage", "s3cret");
        UUID id = rows.unclaimed(PROGRAM, OTHER).kept();
        refused(decide(triage, id, accept("SHARED-000001")), 422, "several programs", "`program`");
        Answer answer = decide(triage, id, accept("WC-2026-000500"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("program").asString()).isEqualTo(OTHER);
        UUID served = rows.unclaimed(PROGRAM).kept();
        refused(decide(triage, served, accept("WC-2026-000500")), 422, "No case WC-2026-000500");
    }

    @Test
    void whoOnlyReadsDoesNotDecide() {
        UUID id = rows.inReview(PROGRAM).kept();
        people.putClient("act-auditor", "s3cret", Map.of(PROGRAM, Set.of(Role.AUDITOR)));
        ApiCaller auditor = new ApiCaller(port, "act-auditor", "s3cret");
        assertThat(auditor.get("/api/reports/" + id).status()).isEqualTo(200);
        assertThat(decide(auditor, id, accept("IOD-2026-000101")).status()).isEqualTo(403);
        assertThat(decisions(id)).isEmpty();
    }

    @Test
    void anUnknownActionIsABadRequest() {
        UUID id = rows.inReview(PROGRAM).kept();
        refused(decide(id, "{'action': 'shred'}"), 400, "accept, reject, split, request_more");
        assertThat(decide(id, "{'action': ").status()).isEqualTo(400);
    }
}
