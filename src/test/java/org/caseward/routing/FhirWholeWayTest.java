package org.caseward.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.caseward.testing.SmartPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a clinic hands in by FHIR, from its key to the case store. */
class FhirWholeWayTest extends WholeWay {
    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private String token;

    @BeforeEach
    void aClinic() {
        String client = "clinic-" + mark;
        fixture.connection(client, "fhir", client, PROGRAM);
        fixture.sender(client, client);
        connections.refresh();
        token = SmartPeer.ec(client).register(jdbc, client).token(port, SmartPeer.ALL);
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/fhir/" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    private String patient() {
        return """
                {"resourceType": "Patient", "id": "patient", "name": [{"family": "%s", "given": ["Wilma"]}], "gender": "female", "birthDate": "%s"}""".formatted(family(), born());
    }

    private String note() {
        return "Seen today for a sprained left knee.\nClaim no: " + claim
                + "\nInjury date: 2026-01-02\nBody part: left knee\nWork status: off work from 2026-01-10 through 2026-01-24";
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String document(String attachment) {
        return """
                {"resourceType": "DocumentReference", "contained": [%s], "masterIdentifier": {"value": "%s"}, "status": "current",
                 "type": {"coding": [{"system": "http://loinc.org", "code": "11506-3"}]}, "subject": {"reference": "#patient"},
                 "date": "2026-01-10T10:15:00Z", "content": [{"attachment": {"contentType": "text/plain", %s}}]}""".formatted(patient(), controlId, attachment);
    }

    private void isFiled() {
        Map<String, Object> report = await(controlId, "filed");
        assertThat(filed(id(report)))
                .singleElement()
                .satisfies(record -> assertThat(record).containsEntry("case_number", caseNumber));
    }

    @Test
    void aDiagnosticReportWithItsTextIsFiled() throws Exception {
        post("DiagnosticReport", "application/fhir+json", """
                {"resourceType": "DiagnosticReport", "contained": [%s], "identifier": [{"value": "%s"}], "status": "final",
                 "code": {"coding": [{"system": "http://loinc.org", "code": "11506-3"}]}, "subject": {"reference": "#patient"},
                 "effectiveDateTime": "2026-01-10", "presentedForm": [{"contentType": "text/plain", "data": "%s"}]}""".formatted(patient(), controlId, encoded(note())));
        isFiled();
    }

    @Test
    void anAttachmentToAClaimIsFiled() throws Exception {
        post("$submit-attachment", "application/fhir+json", """
                {"resourceType": "Parameters", "parameter": [
                 {"name": "TrackingId", "valueIdentifier": {"value": "%s"}}, {"name": "AttachTo", "valueCode": "claim"},
                 {"name": "MemberId", "valueIdentifier": {"value": "M-1"}},
                 {"name": "Attachment", "part": [{"name": "Content", "resource": %s}]}]}""".formatted(
                        controlId, document("\"data\": \"" + encoded(note()) + "\"")));
        isFiled();
    }

    @Test
    void aDocumentHandedInBeforeItsReportIsReadWithIt() throws Exception {
        String held = post("Binary", "text/plain", note())
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("/_history/.*", "");
        post("DocumentReference", "application/fhir+json", document("\"url\": \"" + held + "\""));
        isFiled();
    }

    @Test
    void aDocumentThatReplacesAFiledOneWaitsForAPersonWhateverItCallsTheOther() throws Exception {
        String written = document("\"data\": \"" + encoded(note()) + "\"");
        String address = post("DocumentReference", "application/fhir+json", written)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        isFiled();
        for (String target :
                List.of("\"identifier\": {\"value\": \"" + controlId + "\"}", "\"reference\": \"" + address + "\"")) {
            String id = controlId + target.length();
            post(
                    "DocumentReference",
                    "application/fhir+json",
                    written.replace(controlId, id)
                            .replace("2026-01-10T10:15", "2026-01-11T10:15")
                            .replace(
                                    "\"content\"",
                                    "\"relatesTo\": [{\"code\": \"replaces\", \"target\": {%s}}], \"content\""
                                            .formatted(target)));
            assertThat(String.valueOf(await(id, "in_review").get("reason"))).contains("It corrects receipt");
        }
    }

    @Test
    void aDocumentEnteredInErrorAsksAPersonToWithdrawWhatIsFiledOfIt() throws Exception {
        String written = document("\"data\": \"" + encoded(note()) + "\"");
        post("DocumentReference", "application/fhir+json", written);
        isFiled();
        post(
                "DocumentReference",
                "application/fhir+json",
                written.replace("\"status\": \"current\"", "\"status\": \"entered-in-error\"")
                        .replace("2026-01-10T10:15", "2026-01-11T10:15"));
        await(controlId, "in_review");
        assertThat(fixture.reports(controlId))
                .extracting(report -> report.get("state"))
                .containsExactlyInAnyOrder("filed", "in_review");
        assertThat(fixture.reports(controlId))
                .filteredOn(report -> "in_review".equals(report.get("state")))
                .singleElement()
                .extracting(report -> String.valueOf(report.get("reason")))
                .asString()
                .contains("withdraws receipt");
    }

    @Test
    void attachmentsAboutTwoPeopleWaitForAPerson() throws Exception {
        String other = document("\"data\": \"" + encoded("nothing") + "\"").replace(family(), "Otherwise");
        post("$submit-attachment", "application/fhir+json", """
                {"resourceType": "Parameters", "parameter": [
                 {"name": "TrackingId", "valueIdentifier": {"value": "%s"}}, {"name": "AttachTo", "valueCode": "claim"},
                 {"name": "MemberId", "valueIdentifier": {"value": "M-1"}},
                 {"name": "Attachment", "part": [{"name": "Content", "resource": %s}]},
                 {"name": "Attachment", "part": [{"name": "Content", "resource": %s}]}]}""".formatted(
                        controlId, document("\"data\": \"" + encoded(note()) + "\""), other));
        await(controlId, "in_review");
    }
}
