package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caseward.report.ReportId;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a source corrects or takes back, it corrects here: at once where the earlier version waits, by a person where it is filed. */
class CorrectedReportTest extends WholeWay {
    @Autowired
    People people;

    @LocalServerPort
    int http;

    Browser browser;

    @BeforeEach
    void somebodyDecides() {
        people.put("cora", "a long password", "Cora", Map.of(PROGRAM, Set.of(Role.COORDINATOR)));
        browser = new Browser(http);
        browser.signIn("cora", "a long password");
    }

    @Test
    void aCorrectionOfAFiledReportShowsWhatItWouldChangeAndTakesItsPlaceWhenAPersonAcceptsIt() throws Exception {
        ReportId first = filedFirst();
        send(corrected(controlId + "C", "20261102090000").replace("through 2026-01-24", "through 2026-02-07"));
        Map<String, Object> waiting = await(controlId + "C", "in_review");
        assertThat(String.valueOf(waiting.get("reason"))).contains("It corrects receipt", "accept it");
        ReportId second = id(waiting);
        assertThat(browser.get("/api/reports/" + second).body())
                .contains("\"corrects\"", "\"workStatus.through\"", "2026-01-24", "2026-02-07");
        assertThat(browser.get("/reports/" + second).body()).contains("What it changes", "2026-02-07");

        assertThat(accept(second, caseNumber).statusCode()).isEqualTo(200);
        await(controlId + "C", "filed");
        assertThat(stands(first)).containsExactly(caseNumber + " v1 superseded");
        assertThat(stands(second)).containsExactly(caseNumber + " v2 current");
        assertThat(filed(second).getFirst().get("supersedes"))
                .isEqualTo(filed(first).getFirst().get("record_id"));
        assertThat(steps(first)).endsWith("filed", "superseded");
        assertThat(browser.get("/api/reports/" + first).body()).contains("\"correctedBy\"", "Superseded by its source");
        assertThat(move(first).statusCode()).isEqualTo(409);
    }

    @Test
    void aWithdrawalOfAFiledReportWithdrawsItWhenAPersonAcceptsItWithoutNamingACase() throws Exception {
        send(document("T02", controlId, "20261101100000", naming()));
        ReportId first = id(await(controlId, "filed"));
        send(document("T11", controlId + "W", "20261101110000", ""));
        Map<String, Object> waiting = await(controlId + "W", "in_review");
        assertThat(String.valueOf(waiting.get("reason"))).contains("withdraws receipt");
        assertThat(stands(first)).containsExactly(caseNumber + " v1 current");
        assertThat(browser.get("/reports/" + id(waiting)).body()).contains("Withdraw it from " + caseNumber);
        assertThat(decide(id(waiting), "{\"action\": \"accept\"}").statusCode()).isEqualTo(200);
        await(controlId + "W", "filed");
        assertThat(stands(first)).containsExactly(caseNumber + " v1 withdrawn");
        assertThat(stands(id(waiting))).containsExactly(caseNumber + " v2 withdrawn");
        assertThat(browser.get("/api/cases/" + PROGRAM + "/" + caseNumber + "/records")
                        .body())
                .doesNotContain("\"current\"");
    }

    @Test
    void aRejectedWithdrawalLeavesTheRecordAsItIs() throws Exception {
        send(document("T02", controlId, "20261101100000", naming()));
        ReportId first = id(await(controlId, "filed"));
        send(document("T11", controlId + "W", "20261101110000", ""));
        ReportId withdrawal = id(await(controlId + "W", "in_review"));
        decide(withdrawal, "{\"action\": \"reject\", \"reason\": \"the clinic says it was a mistake\"}");
        await(controlId + "W", "rejected");
        assertThat(stands(first)).containsExactly(caseNumber + " v1 current");
    }

    @Test
    void whatStillWaitsIsSupersededAtOnceAndSaysByWhat() throws Exception {
        send(doubtful(controlId).replace("OBR|1||", "OBR|1||F" + mark));
        ReportId first = id(await(controlId, "in_review"));
        send(corrected(controlId + "C", "20261102090000"));
        Map<String, Object> newer = await(controlId + "C", "in_review");
        Map<String, Object> older = await(controlId, "rejected");
        assertThat(older.get("reason_code")).isEqualTo("superseded");
        assertThat(String.valueOf(older.get("reason"))).contains(String.valueOf(newer.get("receipt_number")));
        assertThat(steps(first)).endsWith("superseded");
        assertThat(decide(first, "{\"action\": \"accept\", \"caseNumbers\": [\"" + caseNumber + "\"]}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void anOriginalThatComesAfterItsCorrectionIsNotFiledHoweverWellItMatches() throws Exception {
        send(corrected(controlId + "C", "20261102090000"));
        ReportId newer = id(await(controlId + "C", "in_review"));
        assertThat(accept(newer, caseNumber).statusCode()).isEqualTo(200);
        await(controlId + "C", "filed");
        send(numbered(about(controlId, naming())));
        Map<String, Object> late = await(controlId, "rejected");
        assertThat(late.get("reason_code")).isEqualTo("superseded");
        assertThat(filed(id(late))).isEmpty();
        send(corrected(controlId + "B", "20261101180000"));
        await(controlId + "B", "rejected");
        assertThat(stands(newer)).containsExactly(caseNumber + " v1 current");
    }

    @Test
    void aWithdrawalOfWhatWaitsIsDoneAtOnceInEitherOrder() throws Exception {
        send(document("T02", controlId, "20261101100000", "").replaceFirst("OBX\\|3\\|[^\r]*\r", ""));
        await(controlId, "in_review");
        send(document("T11", controlId + "W", "20261101110000", ""));
        await(controlId + "W", "rejected");
        assertThat(await(controlId, "rejected").get("reason_code")).isEqualTo("withdrawn");
        String other = "X" + mark;
        send(document("T11", other + "W", "20261101110000", "").replace("D" + mark, "E" + mark));
        await(other + "W", "in_review");
        send(document("T02", other, "20261101100000", naming()).replace("D" + mark, "E" + mark));
        assertThat(await(other, "rejected").get("reason_code")).isEqualTo("withdrawn");
        assertThat(await(other + "W", "rejected").get("reason_code")).isEqualTo("withdrawal-done");
    }

    @Test
    void aNumberThatIsUsedAgainForSomebodyElseCostsNobodyAReport() throws Exception {
        send(doubtful(controlId).replace("OBR|1||", "OBR|1||F" + mark));
        await(controlId, "in_review");
        send(corrected(controlId + "C", "20261102090000")
                .replace(family(), "Zoltan")
                .replace("4711^^^", "9911^^^"));
        assertThat(await(controlId + "C", "in_review").get("reason")).asString().contains("bears the same number");
        await(controlId, "in_review");
    }

    private ReportId filedFirst() throws Exception {
        send(numbered(about(controlId, naming())));
        return id(await(controlId, "filed"));
    }

    private String numbered(String message) {
        return message.replace("OBR|1||", "OBR|1||F" + mark)
                .replace("|20260110093000\r", "|20260110093000" + "|".repeat(15) + "20261101120000\r");
    }

    private String corrected(String id, String at) {
        return numbered(about(id, naming()))
                .replace("||||||F\r", "||||||C\r")
                .replace("|20261101120000\r", "|" + at + "\r");
    }

    private String document(String event, String id, String at, String claimLine) {
        return about(id, claimLine)
                .replace("ORU^R01", "MDM^" + event)
                .replaceFirst(
                        "OBR\\|[^\r]*\r",
                        "TXA|1|11506-3^Progress note^LN|TX|20260110093000||||" + at + "||||D" + mark + "|||||AU\r");
    }

    private HttpResponse<String> accept(ReportId report, String number) {
        return decide(report, "{\"action\": \"accept\", \"caseNumbers\": [\"" + number + "\"]}");
    }

    private HttpResponse<String> move(ReportId report) {
        return decide(
                report,
                "{\"action\": \"move\", \"from\": \"%s\", \"to\": \"X\", \"reason\": \"test\"}".formatted(caseNumber));
    }

    private HttpResponse<String> decide(ReportId report, String json) {
        return browser.postJson("/api/reports/" + report + "/decision", json, "X-CSRF-TOKEN", browser.csrf("/signin"));
    }

    private List<String> stands(ReportId report) {
        return filed(report).stream()
                .map(r -> r.get("case_number") + " v" + r.get("version") + " " + r.get("status"))
                .toList();
    }
}
