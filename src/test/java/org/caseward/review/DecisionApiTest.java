package org.caseward.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caseward.review.ApiCaller.Answer;
import org.caseward.security.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DecisionApiTest extends DecidingByApi {
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
    void anUnknownActionIsABadRequest() {
        UUID id = rows.inReview(PROGRAM).kept();
        refused(decide(id, "{'action': 'shred'}"), 400, "accept, reject, split, request_more");
        assertThat(decide(id, "{'action': ").status()).isEqualTo(400);
    }
}
