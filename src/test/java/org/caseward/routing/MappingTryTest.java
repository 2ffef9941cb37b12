package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.caseward.report.ReportId;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A changed mapping is tried on kept reports while the hub runs. */
class MappingTryTest extends WholeWay {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    People people;

    @LocalServerPort
    int http;

    private Browser signedIn(String name, Map<String, Set<Role>> roles) {
        people.put(name + "." + mark, "long enough", name, roles);
        Browser browser = new Browser(http);
        browser.signIn(name + "." + mark, "long enough");
        return browser;
    }

    private HttpResponse<String> attempt(Browser who, Map<String, String> request) {
        return who.postJson("/api/mappings/try", JSON.writeValueAsString(request), "X-CSRF-TOKEN", who.csrf("/signin"));
    }

    /** The mapping for results, with one more field and one that reads another place. */
    private static String changed() {
        return """
                id: hl7v2/base/oru_r01
                version: "tried"
                format: hl7v2
                extends: hl7v2/base/any
                appliesTo: {messages: ["ORU^R01", "ORU^*"]}
                fields:
                  - {name: serviceDate, from: [OBR-7, OBX-14, OBR-14, PV1-44], with: [date]}
                  - {name: unit, from: MSH-4}
                  - {name: patient.given, from: PID-5.1, with: [tidy]}
                """;
    }

    /** By name. */
    private JsonNode fields(String body) {
        ObjectNode fields = JSON.createObjectNode();
        String receipt = String.valueOf(fixture.reports(controlId).getFirst().get("receipt_number"));
        JSON.readTree(body).path("items").forEach(item -> {
            if (item.path("receipt").asString().equals(receipt)) {
                item.path("fields")
                        .forEach(field -> fields.set(field.path("field").asString(), field));
            }
        });
        return fields;
    }

    private String kept(ReportId report) {
        return jdbc.sql("select state || version || fields::text from report where id = ?")
                .param(report.value())
                .query(String.class)
                .single();
    }

    @Test
    void aTrialShowsFieldByFieldWhatWouldDifferAndChangesNothing() throws Exception {
        send(doubtful(controlId));
        ReportId report = id(await(controlId, "in_review"));
        String before = kept(report);
        Browser both = signedIn("ada", Map.of(PROGRAM, Set.of(Role.INTEGRATION_ENGINEER, Role.COORDINATOR)));

        String body = attempt(both, Map.of("text", changed(), "since", "1h", "program", PROGRAM))
                .body();

        assertThat(JSON.readTree(body).path("mapping").path("id").asString()).isEqualTo("hl7v2/base/oru_r01");
        JsonNode fields = fields(body);
        assertThat(fields.path("unit").path("change").asString()).isEqualTo("now-read");
        assertThat(fields.path("unit").path("after").toString()).isEqualTo("[\"CITYHOSP\"]");
        assertThat(fields.path("patient.given").path("change").asString()).isEqualTo("read-otherwise");
        assertThat(fields.path("patient.given").path("before").toString()).isEqualTo("[\"Wilma\"]");
        assertThat(kept(report)).isEqualTo(before);
        assertThat(audited(report)).contains("viewed mapping-try");
    }

    @Test
    void whoMayNotReadReportsSeesWhichFieldsDifferButNotWhatTheyHold() throws Exception {
        send(doubtful(controlId));
        ReportId report = id(await(controlId, "in_review"));
        Browser engineer = signedIn("ivan", Map.of(PROGRAM, Set.of(Role.INTEGRATION_ENGINEER)));

        String body =
                attempt(engineer, Map.of("text", changed(), "since", "1h")).body();

        assertThat(fields(body).path("patient.given").path("change").asString()).isEqualTo("read-otherwise");
        assertThat(body).doesNotContain(family(), "Wilma", "\"CITYHOSP\"");
        assertThat(audited(report)).doesNotContain("viewed mapping-try");
        assertThat(jdbc.sql("select subject from audit_entry where act = 'mapping-tried' and who = ?")
                        .param("ivan." + mark)
                        .query(String.class)
                        .list())
                .containsExactly("hl7v2/base/oru_r01");
    }

    @Test
    void reportsOfOtherProgramsDoNotExistForATrial() throws Exception {
        send(doubtful(controlId));
        await(controlId, "in_review");
        Map<String, Set<Role>> elsewhere =
                Map.of("elsewhere-" + mark, Set.of(Role.INTEGRATION_ENGINEER), PROGRAM, Set.of(Role.COORDINATOR));
        assertThat(attempt(signedIn("eve", elsewhere), Map.of("text", changed()))
                        .body())
                .contains("\"total\":0", "\"items\":[]");
        assertThat(attempt(signedIn("cora", Map.of(PROGRAM, Set.of(Role.COORDINATOR))), Map.of("text", changed()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aWrongMappingIsAnsweredWithAllThatIsWrong() throws Exception {
        Browser engineer = signedIn("ivan", Map.of(PROGRAM, Set.of(Role.INTEGRATION_ENGINEER)));
        HttpResponse<String> answer = attempt(
                engineer, Map.of("text", changed() + "  - {name: untt, from: PID-3}\n  - {name: unit, from: pid}\n"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("did you mean 'unit'?", "is no HL7 path", "\"line\":10");
        assertThat(attempt(engineer, Map.of("text", "fields: []")).statusCode()).isEqualTo(400);
        assertThat(attempt(engineer, Map.of("text", changed(), "since", "soon")).body())
                .contains("7d, 12h");
    }

    @Test
    void thePagesShowWhatIsInForceAndEveryText() {
        Browser engineer = signedIn("ivan", Map.of(PROGRAM, Set.of(Role.INTEGRATION_ENGINEER)));
        assertThat(engineer.get("/it/mappings").body()).contains("hl7v2/base/oru_r01.yaml", "as in the folder");
        assertThat(engineer.get("/it/mappings/file?file=hl7v2/base/oru_r01.yaml")
                        .body())
                .contains("Results and reports.", "runs");
        String list = engineer.get("/api/mappings").body();
        JsonNode item = JSON.readTree(list)
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString("").equals("hl7v2/base/oru_r01"))
                .findFirst()
                .orElseThrow();
        assertThat(engineer.get("/api/mappings/texts/" + item.path("hash").asString())
                        .body())
                .contains("Results and reports.");
        assertThat(engineer.get("/it/mappings/file?file=none.yaml").statusCode())
                .isEqualTo(404);
    }

    private java.util.List<String> audited(ReportId report) {
        return jdbc.sql("select act || ' ' || detail from audit_entry where subject = ?")
                .param(report.toString())
                .query(String.class)
                .list();
    }
}
