package org.caseward.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.junit.jupiter.api.Test;

/** Reports that the hub filed by itself are placed once more by somebody who is not told where; what differs stops the machine until a supervisor lifts that. */
class SecondReviewTest extends WatchedProgram {
    private HttpResponse<String> place(Browser who, UUID id, String... numbers) {
        String page = "/second-reviews/" + id;
        return who.post(
                page,
                numbers.length == 0
                        ? Map.of("_csrf", who.csrf(page))
                        : Map.of("_csrf", who.csrf(page), "caseNumber", String.join(",", numbers)));
    }

    @Test
    void theSecondReaderIsNotShownWhereItWasFiledAndHearsAfterwardsThatBothAgree() {
        assertThat(reader.get("/second-reviews").body())
                .contains(report.toString())
                .doesNotContain(FILED_ON);
        String page = reader.get("/second-reviews/" + report).body();
        assertThat(page).contains("Vasquez").doesNotContain(FILED_ON, "Filed", "55.5", "birth date agrees", "fs-1");
        assertThat(reader.get("/second-reviews/" + report + "?q=vasquez").body())
                .contains("Choose " + FILED_ON, "Choose IOD-2031-000078");
        place(reader, report, FILED_ON);
        assertThat(reader.get("/second-reviews").body()).contains("you and Caseward agree on " + FILED_ON);
        assertThat(watch.objection(Optional.of(program))).isEmpty();
        assertThat(reader.get("/second-reviews/" + report).statusCode()).isEqualTo(404);
        assertThat(as("boss").get("/api/quality").body())
                .contains("\"reviewed\":1", "\"disagreed\":0", "\"filings\":1", "\"stopped\":false");
    }

    @Test
    void aReaderWhoPlacesItElsewhereStopsTheMachineUntilASupervisorLiftsThatWithAReason() {
        place(reader, report, "IOD-2031-000078");
        assertThat(reader.get("/second-reviews").body())
                .contains("Caseward filed it on " + FILED_ON, "counted as an error", "/reports/" + report);
        assertThat(watch.objection(Optional.of(program))).isPresent();
        assertThat(as("engineer").get("/api/alerts").body())
                .contains("quality-watch", "a supervisor of the program lifts");
        Browser boss = as("boss");
        assertThat(boss.get("/quality").body()).contains("Stopped in " + program, "belong elsewhere");

        lift(boss, "");
        assertThat(watch.objection(Optional.of(program))).isPresent();
        assertThat(lift(as("stranger"), "not mine").statusCode()).isEqualTo(404);
        lift(boss, "A feed had swapped two people");
        assertThat(watch.objection(Optional.of(program))).isEmpty();
        assertThat(as("engineer").get("/api/alerts").body()).doesNotContain(program);
        assertThat(boss.get("/quality").body()).contains("A feed had swapped two people");
        watch.look(List.of(program));
        assertThat(watch.objection(Optional.of(program))).isEmpty();
        assertThat(pipeline.sql("select who || ' ' || act from hub.audit_entry where subject = ? order by seq")
                        .param(program)
                        .query(String.class)
                        .list())
                .containsExactly("hub automatic-filing-stopped", "boss." + program + " automatic-filing-allowed");
    }

    private HttpResponse<String> lift(Browser who, String reason) {
        return who.post("/quality/" + program + "/lift", Map.of("_csrf", who.csrf("/quality"), "reason", reason));
    }

    @Test
    void nobodyOfAnotherProgramSeesOrPlacesOrCounts() {
        Browser stranger = as("stranger");
        assertThat(stranger.get("/second-reviews").body()).doesNotContain(report.toString());
        assertThat(stranger.get("/second-reviews/" + report).statusCode()).isEqualTo(404);
        assertThat(stranger.post("/second-reviews/" + report, Map.of("_csrf", stranger.csrf("/quality")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/api/quality").body()).doesNotContain("\"" + program + "\"");
        assertThat(pipeline.sql("select reviewed_at is null from hub.automatic_filing where report = ?")
                        .param(report)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoIsSecondToReadIsToldSoAndAPersonsFilingIsNeverDrawn() {
        place(reader, report);
        assertThat(as("boss").get("/second-reviews/" + report).statusCode()).isEqualTo(404);
        UUID next = filed();
        pipeline.sql(
                        "insert into hub.decision (report, by, action, program, case_numbers) values (?, 'ann', 'accept', ?, ?)")
                .params(next, program, new String[] {FILED_ON})
                .update();
        assertThat(reader.get("/second-reviews").body()).doesNotContain(next.toString());
    }

    @Test
    void metricsAreForEngineersOfEveryProgramOnly() {
        Map<String, Set<Role>> all = new java.util.HashMap<>();
        pipeline.sql("select code from hub.program")
                .query(String.class)
                .list()
                .forEach(p -> all.put(p, Set.of(Role.INTEGRATION_ENGINEER)));
        people.putClient("scraper-" + program, "s3cret", all);
        people.putClient("half-" + program, "s3cret", Map.of(program, Set.of(Role.INTEGRATION_ENGINEER)));
        Browser browser = new Browser(port);
        String path = "/actuator/prometheus";
        assertThat(browser.get(path).statusCode()).isEqualTo(401);
        HttpResponse<String> half =
                browser.get(path, "Authorization", "Bearer " + browser.token("half-" + program, "s3cret"));
        assertThat(half.statusCode()).as(half.headers() + half.body()).isEqualTo(403);
        HttpResponse<String> seen =
                browser.get(path, "Authorization", "Bearer " + browser.token("scraper-" + program, "s3cret"));
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        assertThat(seen.body()).contains("jvm_memory").doesNotContain("Vasquez");
        // a session opens nothing there, and nothing else of the actuator exists
        assertThat(reader.get(path).statusCode()).isEqualTo(401);
        assertThat(browser.get(
                                "/actuator/env",
                                "Authorization",
                                "Bearer " + browser.token("scraper-" + program, "s3cret"))
                        .statusCode())
                .isEqualTo(404);
    }
}
