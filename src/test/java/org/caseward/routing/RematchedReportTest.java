package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.caseward.casefile.FeedFormat;
import org.caseward.casefile.Feeds;
import org.caseward.matching.rematch.Rematching;
import org.caseward.report.ReportId;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A report that waited for its case is filed once the case comes; what a person has decided or has open is left alone. */
class RematchedReportTest extends WholeWay {
    @Autowired
    Rematching rematching;

    @Autowired
    People people;

    @LocalServerPort
    int http;

    final String coming = "NEW-" + mark;
    final String comingClaim = "NC-77-%010d".formatted(Long.parseLong(mark, 16));

    @Test
    void aReportWithoutACaseIsFiledOnceItsCaseComesAndOthersStayWhereTheyAre() throws Exception {
        ReportId waits = waitingFor(controlId, "Omar");
        ReportId other = id(sent("X" + mark, "Zz" + family(), "Nobody", "1922-02-02", "OT-55-0000009999"));
        caseComes();
        Map<String, Object> filed = await(controlId, "filed");
        assertThat(filed(id(filed)))
                .singleElement()
                .satisfies(record ->
                        assertThat(record).containsEntry("case_number", coming).containsEntry("filed_by", "hub"));
        assertThat(steps(waits)).contains("in_review", "replayed").endsWith("filed");
        assertThat(steps(other)).doesNotContain("replayed");
        assertThat(jdbc.sql("select count(*) from waiting_key where report = ?")
                        .param(waits.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aReportThatAPersonHasOpenOrHasDecidedAboutIsNotTakenAway() throws Exception {
        ReportId open = waitingFor(controlId, "Omar");
        ReportId asked = waitingFor("Y" + mark, "Omar");
        people.put("wilhelmina", "a long password", "Wilhelmina", Map.of(PROGRAM, Set.of(Role.COORDINATOR)));
        Browser browser = new Browser(http);
        browser.signIn("wilhelmina", "a long password");
        browser.get("/reports/" + open);
        browser.postJson(
                "/api/reports/" + asked + "/decision",
                "{\"action\": \"request_more\", \"note\": \"the claim form too\"}",
                "X-CSRF-TOKEN",
                browser.csrf("/signin"));
        caseComes();
        rematching.sweep();
        assertThat(steps(open)).doesNotContain("replayed");
        assertThat(steps(asked)).doesNotContain("replayed");
        // the page was closed long ago
        asOwner(
                "hub",
                "update hub.report_on_screen set at = now() - interval '31 minutes' where report = '" + open + "'");
        await(controlId, "filed");
        assertThat(steps(asked)).doesNotContain("replayed");
    }

    private ReportId waitingFor(String control, String given) throws Exception {
        return id(sent(control, "Qu" + family(), given, "1977-07-07", comingClaim));
    }

    private Map<String, Object> sent(String control, String family, String given, String born, String number)
            throws Exception {
        send(about(control, naming().replace(claim, number))
                .replace(family() + "^Wilma", family + "^" + given)
                .replace(born().format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE), born.replace("-", ""))
                .replace("4711", "4711" + control));
        return await(control, "in_review");
    }

    private void caseComes() {
        assertThat(feed.read(
                                Feeds.of("""
                {"program": "%s", "caseNumber": "%s", "claimNumbers": ["%s"], "status": "open", "opened": "2026-01-05", \
                "injuryDate": "2026-01-02", "bodyParts": ["left knee"], "diagnoses": ["S83.412A"], \
                "person": {"id": "N-%s", "family": "Qu%s", "given": "Omar", "birthDate": "1977-07-07", "sex": "F"}}""".formatted(PROGRAM, coming, comingClaim, mark, family())),
                                FeedFormat.NDJSON,
                                Set.of(PROGRAM),
                                "test")
                        .accepted())
                .isOne();
    }
}
