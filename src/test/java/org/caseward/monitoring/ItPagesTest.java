package org.caseward.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caseward.report.ReportId;
import org.caseward.report.Step;
import org.caseward.security.People;
import org.caseward.security.ReportRows;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = ItPagesTest.App.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ItPagesTest {
    @TempDir
    static Path secrets;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("caseward.secrets", () -> secrets.toString());
    }

    /** These pages are shown over routes and replays that keep what they were asked. */
    @Configuration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"org.caseward.security", "org.caseward.audit", "org.caseward.monitoring"},
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
                // the models' pages need matching behind them; ModelPagesTest has it
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(Model(Pages|sApi)|Mapping.*)")
            })
    static class App {
        @Bean
        RouteControl routes() {
            return new StandIns.Routes();
        }

        @Bean
        StandIns.Replays replays() {
            return new StandIns.Replays();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcClient pipeline;

    @Autowired
    StandIns.Replays replays;

    @Autowired
    Alerts alerts;

    final String program = "it-" + UUID.randomUUID();
    final String marker = UUID.randomUUID().toString().substring(0, 8);
    Browser engineer;
    ReportId refused;

    @BeforeEach
    void anEngineerAndAReportInQuarantine() {
        people.put("eve", "long enough", "Eve Example", Map.of(program, Set.of(Role.INTEGRATION_ENGINEER)));
        people.putClient("it-client", "s3cret", Map.of(program, Set.of(Role.INTEGRATION_ENGINEER)));
        refused = new ReportRows(pipeline).put(marker, "quarantined", program, List.of(program));
        engineer = new Browser(port);
        engineer.signIn("eve", "long enough");
        replays.asked.clear();
    }

    @Test
    void theRoutesPageShowsStateRatesAndErrorsAndRenewsItselfWithoutInlineScript() {
        String page = engineer.get("/it/routes").body();
        assertThat(page)
                .contains("mllp-intake", "3.5", "The broker did not answer", "2026-11-22 08:00:00 UTC")
                .contains("hx-trigger=\"every 2s\"", "aria-label=\"Stop mllp-intake\"")
                .doesNotContain("<script>", "style=");
        assertThat(engineer.get("/it/routes?live=off").body()).doesNotContain("every 2s");
        String part = engineer.get("/it/routes/now").body();
        assertThat(part).contains("mllp-intake").doesNotContain("<html", "<h1");
    }

    @Test
    void stoppingARouteIsDoneShownAndWrittenDown() {
        String token = engineer.csrf("/it/routes");
        engineer.post("/it/routes/mllp-intake/stop", Map.of("_csrf", token));
        assertThat(engineer.get("/it/routes").body())
                .contains("Route mllp-intake was stopped", "aria-label=\"Start mllp-intake\"");
        assertThat(audited("route-stopped", "mllp-intake")).isPositive();
        engineer.post("/it/routes/mllp-intake/start", Map.of("_csrf", token));
        assertThat(engineer.get("/it/routes").body()).contains("aria-label=\"Stop mllp-intake\"");
    }

    @Test
    void theApiHandlesRoutesToo() {
        assertThat(api("GET", "/api/routes", "").body())
                .contains("\"id\":\"mllp-intake\"", "\"inFlight\":0", "\"perMinute\":3.5", "\"lastError\":");
        assertThat(api("POST", "/api/routes/pipeline-structured/stop", "").body())
                .contains("\"state\":\"stopped\"");
        assertThat(api("POST", "/api/routes/pipeline-structured/start", "").statusCode())
                .isEqualTo(200);
        HttpResponse<String> unknown = api("POST", "/api/routes/nonsense/stop", "");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("No route has this id");
    }

    @Test
    void levelsAreCountedByConnectionAndKindAndNobodyIsTold() {
        ReportId lacking = new ReportRows(pipeline).put(marker, "in_review", program, List.of(program));
        pipeline.sql("""
                        update report set level_missing = '{"3": [{"id": "x", "text": "Lacking %s."}]}', connection = ? where id = ?""".formatted(marker))
                .params("line-" + marker, lacking.value())
                .update();
        assertThat(engineer.get("/it/levels").body())
                .contains("line-" + marker, "Lacking " + marker + ".", "L3")
                .doesNotContain("Family" + marker, "R-" + marker);
        assertThat(api("GET", "/api/levels?days=1", "").body())
                .contains("\"connection\":\"line-" + marker + "\"", "\"l2\":1");
    }

    @Test
    void quarantineIsGroupedByCauseAndShowsReasonsButNoContent() {
        assertThat(engineer.get("/it/quarantine").body())
                .contains("unreadable-" + marker, "It could not be read.", "R-" + marker)
                .doesNotContain("Family" + marker);
    }

    @Test
    void oneReportOrAllOfACauseGoOnTheirWayAgain() {
        ReportId second = new ReportRows(pipeline).put(marker, "quarantined", null, List.of(program));
        String token = engineer.csrf("/it/quarantine");
        engineer.post("/it/quarantine/replay", Map.of("_csrf", token, "report", refused.toString()));
        assertThat(engineer.get("/it/quarantine").body()).contains("It is on its way again.");
        engineer.post("/it/quarantine/replay", Map.of("_csrf", token, "cause", "unreadable-" + marker));
        assertThat(engineer.get("/it/quarantine").body()).contains("2 reports were sent on their way again.");
        assertThat(replays.asked).extracting(StandIns.Replays.Asked::id).containsExactly(refused, refused, second);
        assertThat(audited("replayed", second.toString())).isEqualTo(1);
    }

    @Test
    void aReplayByTheApiNamesItsStepAndMayBeDry() {
        HttpResponse<String> answer =
                api("POST", "/api/reports/" + refused + "/replay", "{\"from\":\"normalised\",\"dryRun\":true}");
        assertThat(answer.body())
                .contains("\"reportId\":\"" + refused + "\"", "\"dryRun\":true", "\"state\":\"quarantined\"");
        assertThat(replays.asked)
                .containsExactly(new StandIns.Replays.Asked(refused, Step.NORMALISED, true, "it-client"));
        assertThat(api("POST", "/api/reports/" + refused + "/replay", "{\"from\":\"wherever\"}")
                        .body())
                .contains("must name the step", "\"status\":400");
    }

    @Test
    void whatLiesOutsideThePersonsProgramsDoesNotExist() {
        ReportId elsewhere =
                new ReportRows(pipeline).put("x" + marker, "quarantined", "elsewhere", List.of("elsewhere"));
        HttpResponse<String> answer = api("POST", "/api/reports/" + elsewhere + "/replay", "{\"from\":\"received\"}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(engineer.get("/it/trace?q=" + elsewhere).body()).contains("No report of your programs");
        assertThat(engineer.get("/it/quarantine").body()).doesNotContain("unreadable-x" + marker);
        assertThat(replays.asked).isEmpty();
    }

    @Test
    void aReportIsTracedByReceiptControlIdOrIdAndTheLookIsWrittenDown() {
        for (String asked : List.of("R-" + marker, "CTL-" + marker, refused.toString())) {
            assertThat(engineer.get("/it/trace?q=" + asked).body())
                    .contains("Step " + marker, "quarantined", "CTL-" + marker)
                    .doesNotContain("Family" + marker);
        }
        assertThat(audited("viewed", refused.toString())).isEqualTo(3);
    }

    @Test
    void openAlertsStandOnTopOfThePagesAndInTheApi() {
        alerts.raise("outage", marker, "The document store is full. Free some space.", List.of(program));
        for (String page : List.of("/it/routes", "/it/quarantine", "/it/trace", "/it/routes/now")) {
            assertThat(engineer.get(page).body()).contains("The document store is full.");
        }
        assertThat(api("GET", "/api/alerts", "").body()).contains("\"kind\":\"outage\"", "\"raisedAt\":\"20");
        alerts.clear("outage", marker);
        assertThat(engineer.get("/it/routes").body()).doesNotContain("The document store is full.");
    }

    @Test
    void anAlertIsClearedByWhomItConcernsAndThatIsWrittenDown() {
        alerts.raise("mllp-client-certificate", "lab-" + marker, "A certificate was not known.", List.of(program));
        alerts.raise("silence", "other-" + marker, "Nothing came.", List.of("somewhere-else"));
        alerts.raise("quality-watch", program, "Filing without a person is stopped.", List.of(program));
        assertThat(engineer.get("/it/routes").body())
                .contains("Clear the alert mllp-client-certificate about lab-" + marker)
                .doesNotContain("Clear the alert quality-watch");
        engineer.post("/it/alerts/" + idOf("lab-" + marker) + "/clear", Map.of("_csrf", engineer.csrf("/it/routes")));
        assertThat(engineer.get("/it/routes").body())
                .contains("Where its cause still holds, it comes again.")
                .doesNotContain("A certificate was not known.");
        assertThat(audited("alert-cleared", "lab-" + marker)).isOne();
        assertThat(cleared("other-" + marker)).isEqualTo(404);
        assertThat(cleared(program)).isEqualTo(409);
        // what still holds comes again
        alerts.raise("mllp-client-certificate", "lab-" + marker, "Again.", List.of(program));
        assertThat(engineer.get("/it/routes").body()).contains("Again.");
        assertThat(cleared("lab-" + marker)).isEqualTo(200);
        assertThat(cleared("lab-" + marker)).isEqualTo(404);
    }

    private int cleared(String subject) {
        return api("POST", "/api/alerts/" + idOf(subject) + "/clear", "").statusCode();
    }

    private String idOf(String subject) {
        return pipeline.sql("select id::text from hub.alert where subject = ? order by raised_at desc limit 1")
                .param(subject)
                .query(String.class)
                .single();
    }

    @Test
    void theAuditorSeesWhatTheEngineerDid() {
        people.put("aud", "long enough", "Aud Example", Map.of(program, Set.of(Role.AUDITOR)));
        engineer.get("/it/trace?q=R-" + marker);
        Browser auditor = new Browser(port);
        auditor.signIn("aud", "long enough");
        assertThat(auditor.get("/audit?who=eve&subject=" + refused).body())
                .contains("viewed", "eve", refused.toString());
        assertThat(auditor.get("/audit?subject=audit").body()).contains("who eve, subject " + refused);
        auditor.post("/audit/verify", Map.of("_csrf", auditor.csrf("/audit")));
        assertThat(auditor.get("/audit").body()).contains("entries fit together");
        assertThat(auditor.get("/it/routes").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> api(String method, String path, String body) {
        String bearer = "Bearer " + engineer.token("it-client", "s3cret");
        return method.equals("GET")
                ? engineer.get(path, "Authorization", bearer)
                : engineer.postJson(path, body, "Authorization", bearer);
    }

    private int audited(String act, String subject) {
        return pipeline.sql("select count(*) from hub.audit_entry where act = ? and subject = ?")
                .params(act, subject)
                .query(Integer.class)
                .single();
    }
}
