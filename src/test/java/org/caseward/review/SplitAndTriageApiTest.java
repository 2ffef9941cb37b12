package org.caseward.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caseward.report.ReportState;
import org.caseward.review.ApiCaller.Answer;
import org.caseward.security.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SplitAndTriageApiTest extends DecidingByApi {
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
}
