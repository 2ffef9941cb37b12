package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caseward.casefile.FeedFormat;
import org.caseward.casefile.Feeds;
import org.caseward.register.Outbox;
import org.caseward.report.ReportId;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A wrong filing is withdrawn on one case and filed on the other, once, whatever breaks between the two. */
class MovedReportTest extends WholeWay {
    private static final String PUBLISHING = "publish-case-store";

    @Autowired
    Outbox outbox;

    @Autowired
    People people;

    @LocalServerPort
    int http;

    final String other = "MOV-" + mark;

    @BeforeEach
    void anotherCase() {
        assertThat(feed.read(
                                Feeds.of("""
                {"program": "%s", "caseNumber": "%s", "status": "open", "opened": "2024-01-05", "injuryDate": "2024-01-02", \
                "person": {"id": "Q-%s", "family": "Zzyzx%s", "given": "Bo", "birthDate": "1931-01-01"}}""".formatted(PROGRAM, other, mark, family())),
                                FeedFormat.NDJSON,
                                Set.of(PROGRAM),
                                "test")
                        .accepted())
                .isOne();
        people.put("wilhelmina", "a long password", "Wilhelmina", Map.of(PROGRAM, Set.of(Role.COORDINATOR)));
        people.put("walter", "a long password", "Walter", Map.of("city-wc", Set.of(Role.SUPERVISOR)));
    }

    @AfterEach
    void publishing() {
        routes.start(PUBLISHING);
    }

    @Test
    void bothCasesKeepTheRecordOfAMoveAndTheMachineIsToldThatItWasWrong() throws Exception {
        ReportId report = filedOnTheFirst();
        assertThat(move("wilhelmina", report, caseNumber, other).statusCode()).isEqualTo(200);
        await(controlId, "filed");
        assertThat(stands(report))
                .containsExactlyInAnyOrder(
                        caseNumber + " v1 withdrawn: moved to case " + other + " by wilhelmina",
                        other + " v1 current: moved from case " + caseNumber + " by wilhelmina");
        assertThat(steps(report)).endsWith("filed", "reviewed", "withdrawn", "published", "filed");
        assertThat(jdbc.sql("select moved_at is not null from automatic_filing where report = ?")
                        .param(report.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select who || ' ' || detail from audit_entry where act = 'moved' and subject = ?")
                        .param(report.toString())
                        .query(String.class)
                        .list())
                .containsExactly("wilhelmina from case " + caseNumber + " to case " + other);
    }

    @Test
    void aMoveThatWasCutShortBetweenWithdrawingAndFilingIsCompletedByTheRetryAndNotRepeated() throws Exception {
        ReportId report = filedOnTheFirst();
        routes.stop(PUBLISHING);
        move("wilhelmina", report, caseNumber, other);
        // as after a fall in the middle, in a case store that does not keep the two together
        caseStore
                .sql("update casestore.record set status = 'withdrawn' where report_id = ?")
                .param(report.value())
                .update();
        assertThat(fixture.reports(controlId).getFirst())
                .containsEntry("state", "matched")
                .containsEntry("reason_code", "moved");
        routes.start(PUBLISHING);
        await(controlId, "filed");
        jdbc.sql("update report set state = 'matched' where id = ?")
                .param(report.value())
                .update();
        outbox.put(Outbox.PUBLISHING, report);
        await(controlId, "filed");
        assertThat(current(report)).containsExactly(other);
        assertThat(filed(report)).hasSize(2);
    }

    @Test
    void aReportThatIsMovedBackIsFiledThereAnew() throws Exception {
        ReportId report = filedOnTheFirst();
        move("wilhelmina", report, caseNumber, other);
        await(controlId, "filed");
        move("wilhelmina", report, other, caseNumber);
        await(controlId, "filed");
        assertThat(current(report)).containsExactly(caseNumber);
        assertThat(stands(report)).hasSize(3).anyMatch(line -> line.startsWith(caseNumber + " v2 current"));
    }

    @Test
    void aMoveThatMakesNoSenseIsRefusedAndFromAnotherProgramThereIsNothingToMove() throws Exception {
        ReportId report = filedOnTheFirst();
        assertThat(move("walter", report, caseNumber, other).statusCode()).isEqualTo(404);
        assertThat(move("wilhelmina", report, other, caseNumber).body()).contains("it stands on " + caseNumber);
        assertThat(move("wilhelmina", report, caseNumber, caseNumber).body()).contains("already");
        assertThat(move("wilhelmina", report, caseNumber, "IOD-0").body()).contains("No case IOD-0");
        assertThat(current(report)).containsExactly(caseNumber);
        assertThat(fixture.reports(controlId).getFirst()).containsEntry("state", "filed");
    }

    private ReportId filedOnTheFirst() throws Exception {
        send(about(controlId, naming()));
        return id(await(controlId, "filed"));
    }

    private HttpResponse<String> move(String who, ReportId report, String from, String to) {
        Browser browser = new Browser(http);
        browser.signIn(who, "a long password");
        return browser.postJson(
                "/api/reports/" + report + "/decision",
                "{\"action\": \"move\", \"from\": \"%s\", \"to\": \"%s\", \"reason\": \"a namesake's\"}"
                        .formatted(from, to),
                "X-CSRF-TOKEN",
                browser.csrf("/signin"));
    }

    private List<String> current(ReportId report) {
        return filed(report).stream()
                .filter(record -> "current".equals(record.get("status")))
                .map(record -> String.valueOf(record.get("case_number")))
                .toList();
    }

    private List<String> stands(ReportId report) {
        return filed(report).stream()
                .map(r -> r.get("case_number") + " v" + r.get("version") + " " + r.get("status") + ": "
                        + r.get("status_reason"))
                .toList();
    }
}
