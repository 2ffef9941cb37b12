package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caseward.casefile.FeedFormat;
import org.caseward.casefile.Feeds;
import org.caseward.matching.models.Models;
import org.caseward.matching.scoring.Model;
import org.caseward.report.ReportId;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** A model is added, rehearsed on what is kept, activated and left again, while the hub runs. */
class ModelChangeTest extends WholeWay {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    People people;

    @Autowired
    Models models;

    @LocalServerPort
    int http;

    final String version = "blind-" + mark;
    Browser engineer;

    @BeforeEach
    void anEngineer() {
        engineer = signedIn("ivan", PROGRAM);
    }

    private Browser signedIn(String name, String program) {
        people.put(name + "." + mark, "long enough", name, Map.of(program, Set.of(Role.INTEGRATION_ENGINEER)));
        Browser browser = new Browser(http);
        browser.signIn(name + "." + mark, "long enough");
        return browser;
    }

    @AfterEach
    void theModelThatOthersTrust() {
        if (!models.active().version().equals(Model.CURRENT.version())) {
            models.rollBack(models.active().version(), "test");
        }
    }

    /** A model for which nothing speaks for or against anybody. */
    private String blind() {
        return Model.CURRENT.text().lines().map(this::weightless).collect(Collectors.joining("\n"));
    }

    private String weightless(String line) {
        String[] cells = line.split(",");
        return switch (cells[0]) {
            case "VERSION" -> "VERSION," + version;
            case "SETTING" -> line;
            default -> cells[0] + "," + cells[1] + ",0.5,0.5";
        };
    }

    private HttpResponse<String> post(Browser who, String path, String body) {
        return who.postJson("/api/models" + path, body, "X-CSRF-TOKEN", who.csrf("/signin"));
    }

    @Test
    void aModelIsActivatedOnlyAfterSomebodySawWhatItWouldChangeAndLeftByOneAct() throws Exception {
        somebodyBornTheSameDay();
        send(about(controlId, naming()));
        ReportId report = id(await(controlId, "filed"));
        String before = kept(report);
        assertThat(post(engineer, "", JSON.writeValueAsString(Map.of("text", blind())))
                        .statusCode())
                .isEqualTo(201);
        assertThat(post(engineer, "/" + version + "/activate", "{}").body()).contains("Rehearse it first");

        String receipt = String.valueOf(fixture.reports(controlId).getFirst().get("receipt_number"));
        String seen =
                post(engineer, "/" + version + "/rehearsal", "{\"last\": 2000}").body();
        assertThat(seen)
                .contains("\"receiptNumber\":\"" + receipt + "\"", "\"from\":\"auto\",\"to\":\"review\"")
                .doesNotContain(family(), caseNumber);
        assertThat(kept(report)).isEqualTo(before);
        assertThat(models.active().version()).isEqualTo(Model.CURRENT.version());

        assertThat(post(engineer, "/" + version + "/activate", "{}").statusCode())
                .isEqualTo(200);
        send(about("N" + controlId, naming()).replace("4711", "4712"));
        Map<String, Object> next = await("N" + controlId, "in_review");
        assertThat(kept(id(next))).contains("\"modelVersion\": \"" + version + "\"", "\"decision\": \"review\"");

        assertThat(post(engineer, "/rollback", "{\"from\": \"another\"}").statusCode())
                .isEqualTo(409);
        assertThat(post(engineer, "/rollback", "{\"from\": \"" + version + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(models.active().version()).isEqualTo(Model.CURRENT.version());
        assertThat(jdbc.sql("select act from audit_entry where subject like ? and who like 'ivan%' order by seq")
                        .param("match-model %")
                        .query(String.class)
                        .list())
                .endsWith("model-added", "model-rehearsed", "model-activated", "model-rolled-back");
    }

    /** Of another family: for a model that weighs nothing, as good as the one meant. */
    private void somebodyBornTheSameDay() {
        assertThat(feed.read(
                                Feeds.of("""
                {"program": "%s", "caseNumber": "DAY-%s", "status": "open", "opened": "2026-01-05", \
                "person": {"id": "D-%s", "family": "Quistgaard", "given": "Ottilie", "birthDate": "%s"}}""".formatted(PROGRAM, mark, mark, born())),
                                FeedFormat.NDJSON,
                                Set.of(PROGRAM),
                                "test")
                        .accepted())
                .isOne();
    }

    private String kept(ReportId report) {
        return jdbc.sql("select state || version || match::text from report where id = ?")
                .param(report.value())
                .query(String.class)
                .single();
    }

    @Test
    void anEngineerRehearsesOnReportsOfTheOwnProgramsOnly() throws Exception {
        send(doubtful(controlId));
        await(controlId, "in_review");
        post(engineer, "", JSON.writeValueAsString(Map.of("text", blind())));
        String seen = post(signedIn("eve", "elsewhere-" + mark), "/" + version + "/rehearsal", "{}")
                .body();
        assertThat(seen).contains("\"reports\":0", "\"changes\":[]");
    }

    @Test
    void whatIsNoModelIsRefusedWithTheReason() {
        assertThat(post(engineer, "", "{\"text\": \"hello\"}").body()).contains("Line 1 is no line of a match model");
        String gap = blind().lines()
                .filter(line -> !line.startsWith("BIRTH_DATE,EXACT"))
                .collect(Collectors.joining("\n"));
        HttpResponse<String> answer = post(engineer, "", JSON.writeValueAsString(Map.of("text", gap)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("no weight for BIRTH_DATE,EXACT");
        assertThat(post(engineer, "/nonsense/rehearsal", "{}").statusCode()).isEqualTo(404);
        assertThat(engineer.get("/it/models").body()).contains(Model.CURRENT.version(), "active");
        assertThat(engineer.get("/it/models/nonsense").statusCode()).isEqualTo(404);
    }
}
