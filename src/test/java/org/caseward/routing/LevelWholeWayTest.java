package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caseward.report.ReportId;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.caseward.validation.FhirValidation;
import org.caseward.validation.ProfileChecks;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report climbs from level to level as the hub does its work, and never by itself after it was withdrawn. */
class LevelWholeWayTest extends WholeWay {
    private static final String READING = "pipeline-structured";
    private static final String PUBLISHING = "publish-case-store";

    @Autowired
    ProfileChecks checks;

    @Autowired
    FhirValidation validation;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    private Browser wanda;

    @BeforeEach
    void aCoordinator() {
        people.put("wanda", "a long password", "Wanda", Map.of(PROGRAM, Set.of(Role.COORDINATOR)));
        wanda = new Browser(port);
        wanda.signIn("wanda", "a long password");
    }

    @AfterEach
    void everythingRuns() {
        routes.start(READING);
        routes.start(PUBLISHING);
    }

    private String complete() {
        return about(controlId, naming()).replace("\rOBR|", "\rPV1|1|O|||||1234567893^Okafor^Ines^^^^MD^^NPI\rOBR|");
    }

    private JsonNode level() throws Exception {
        return shown().path("level");
    }

    private JsonNode shown() throws Exception {
        return JsonMapper.shared()
                .readTree(wanda.get("/api/reports/" + reportId()).body());
    }

    private UUID reportId() {
        return id(fixture.reports(controlId).getFirst()).value();
    }

    private void checkProfiles() {
        while (checks.once()) {
            // others' reports wait here too
        }
    }

    @Test
    void aReportClimbsFromKeptToApproved() throws Exception {
        routes.stop(READING);
        routes.stop(PUBLISHING);
        send(complete());
        await(controlId, "received");
        // no program has claimed it yet, so that only triage sees it
        assertThat(fixture.reports(controlId).getFirst()).containsEntry("level", 0);
        routes.start(READING);
        await(controlId, "matched");
        assertThat(level().path("code").asString()).isEqualTo("L3");
        assertThat(level().path("missing").path(0).path("id").asString()).isEqualTo("profile-not-checked-yet");
        checkProfiles();
        assertThat(level().path("code").asString()).as(level().toString()).isEqualTo("L4");
        assertThat(level().path("missing").path(0).path("id").asString()).isEqualTo("being-filed");
        routes.start(PUBLISHING);
        await(controlId, "filed");
        assertThat(level().path("code").asString()).isEqualTo("L5");
        assertThat(level().path("next").isNull()).isTrue();
        assertThat(level().path("missing")).isEmpty();
    }

    @Test
    void whatIsFiledLiesInTheCaseStoreAsAValidBundleAndIsTheSameForStaff() throws Exception {
        send(complete());
        await(controlId, "filed");
        String kept = caseStore
                .sql("select fhir::text from casestore.filed_record where report_id = ?")
                .param(reportId())
                .query(String.class)
                .single();
        var answer = wanda.get("/api/reports/" + reportId() + "/fhir");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        assertThat(JsonMapper.shared().readTree(answer.body()))
                .isEqualTo(JsonMapper.shared().readTree(kept));
        Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, kept);
        assertThat(validation.missing(bundle)).isEmpty();
        assertThat(kept).contains(caseNumber, "hl7v2/base/oru_r01", family());
        assertThat(jdbc.sql("select detail from audit_entry where act = 'viewed' and subject = ? and who = 'wanda'")
                        .param(reportId().toString())
                        .query(String.class)
                        .list())
                .contains("as FHIR by the API");
    }

    @Test
    void whoMayNotSeeAReportGetsNoFhirOfIt() throws Exception {
        send(complete());
        await(controlId, "filed");
        people.put("olga", "a long password", "Olga", Map.of("city-wc", Set.of(Role.SUPERVISOR)));
        people.put("ian", "a long password", "Ian", Map.of(PROGRAM, Set.of(Role.INTEGRATION_ENGINEER)));
        for (Map.Entry<String, Integer> who : Map.of("olga", 404, "ian", 403).entrySet()) {
            Browser browser = new Browser(port);
            browser.signIn(who.getKey(), "a long password");
            assertThat(browser.get("/api/reports/" + reportId() + "/fhir").statusCode())
                    .as(who.getKey())
                    .isEqualTo(who.getValue());
        }
    }

    @Test
    void aReportThatLacksSomethingStandsBelowAndSaysWhat() throws Exception {
        send(doubtful(controlId));
        await(controlId, "in_review");
        checkProfiles();
        assertThat(level().path("code").asString()).isEqualTo("L2");
        assertThat(level().path("next").asString()).isEqualTo("L3");
        assertThat(level().path("missing")
                        .valueStream()
                        .map(one -> one.path("id").asString()))
                .contains("claim-or-injury-date-missing", "provider-missing");
        assertThat(wanda.get("/worklist?level=L2").body()).contains(reportId().toString());
        assertThat(wanda.get("/worklist?level=L4").body())
                .doesNotContain(reportId().toString());
        assertThat(wanda.get("/reports/" + reportId()).body()).contains("Level L2 of L5: Structure in order.");
    }

    @Test
    void afterItWasWithdrawnNoCheckRaisesItAndItIsApprovedNoMore() throws Exception {
        send(complete());
        await(controlId, "filed");
        UUID report = reportId();
        withdraw(report);
        checkProfiles();
        assertThat(level().path("code").asString()).isEqualTo("L3");
        jdbc.sql("update report set reason_code = null, level_profile = 'met' where id = ?")
                .param(report)
                .update();
        assertThat(level().path("code").asString()).isEqualTo("L5");
        withdraw(report);
        assertThat(level().path("code").asString()).isEqualTo("L4");
        assertThat(level().path("missing").path(0).path("id").asString()).isEqualTo("withdrawn");
    }

    private void withdraw(UUID report) {
        jdbc.sql("update report set reason_code = 'withdrawn' where id = ?")
                .param(report)
                .update();
    }

    @Test
    void aCheckOfAnEarlierReadingChangesNothing() throws Exception {
        send(complete());
        await(controlId, "filed");
        jdbc.sql("update report set level_check = ? where id = ?")
                .params(ReportId.next().value(), reportId())
                .update();
        checkProfiles();
        assertThat(level().path("code").asString()).isEqualTo("L3");
    }
}
