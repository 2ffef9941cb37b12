package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelContext;
import org.caseward.security.web.Browser;
import org.caseward.testing.SmartPeer;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The FHIR endpoint over HTTP: what is answered, and that nothing is kept where it was refused. */
@ExtendWith(OutputCaptureExtension.class)
class FhirIntakeTest extends ReceivingHub {
    private static final String LARGEST = "x".repeat(LARGEST_FHIR);

    @Autowired
    CamelContext camel;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String id = "F" + UUID.randomUUID();
    private String token;

    @BeforeEach
    void signIn() {
        clients();
        token = PEER.token(httpPort, SmartPeer.ALL);
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + httpPort + "/fhir" + path))
                .header("Content-Type", "application/fhir+json")
                .header("Authorization", "Bearer " + token);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String document() {
        return document("\"identifier\": [{\"value\": \"" + id + "\"}],");
    }

    private static String document(String more) {
        return """
                {"resourceType": "DocumentReference", "status": "current", %s
                 "content": [{"attachment": {"contentType": "text/plain", "data": "Tm90aGluZyByZW1hcmthYmxlLg=="}}]}""".formatted(more);
    }

    private String bundle(String subject) {
        return """
                {"resourceType": "Bundle", "type": "transaction", "identifier": {"value": "%s"}, "entry": [
                  {"fullUrl": "urn:uuid:11111111-1111-4111-8111-111111111111", "request": {"method": "POST", "url": "Patient"},
                   "resource": {"resourceType": "Patient", "name": [{"family": "Marlowe", "given": ["Jane"]}]}},
                  {"fullUrl": "urn:uuid:22222222-2222-4222-8222-222222222222", "request": {"method": "POST", "url": "DiagnosticReport"},
                   "resource": {"resourceType": "DiagnosticReport", "status": "final", "code": {"text": "note"},
                    "subject": {"reference": "%s"}}}]}""".formatted(id, subject);
    }

    private static String receipt(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Receipt").orElse("none");
    }

    private void nothingKept() {
        assertThat(fixture.reports(id)).isEmpty();
    }

    @Test
    void aDocumentReferenceIsKeptAndAnsweredWithItsPlaceAndReceipt() throws Exception {
        HttpResponse<String> answer = post("/DocumentReference", document());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(fixture.reports(id)).singleElement().satisfies(report -> {
            assertThat(report).containsEntry("program", "pd-medical").containsEntry("channel", "fhir");
            assertThat(report.get("state")).isNotEqualTo("quarantined");
            assertThat(receipt(answer)).isEqualTo(report.get("receipt_number"));
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).contains("DocumentReference/" + report.get("id")));
        });
    }

    @Test
    void theSameDocumentAgainGetsTheSameAnswer() throws Exception {
        HttpResponse<String> first = post("/DocumentReference", document());
        HttpResponse<String> second = post("/DocumentReference", document());
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(receipt(second)).isEqualTo(receipt(first)).startsWith("R-");
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(fixture.reports(id)).hasSize(1);
    }

    @Test
    void theSendersOwnConditionNamesTheDelivery() throws Exception {
        String condition = "identifier=urn:lab|" + id;
        HttpResponse<String> first = post("/DocumentReference", document(""), "If-None-Exist", condition);
        HttpResponse<String> again = post("/DocumentReference", document(""), "If-None-Exist", condition);
        HttpResponse<String> other = post("/DocumentReference", document(""), "If-None-Exist", condition + "-2");
        assertThat(List.of(first.statusCode(), again.statusCode(), other.statusCode()))
                .containsExactly(201, 200, 201);
        assertThat(receipt(again)).isEqualTo(receipt(first));
        assertThat(receipt(other)).isNotEqualTo(receipt(first));
    }

    @Test
    void aTransactionIsKeptAsOneDeliveryAndAnsweredEntryByEntry() throws Exception {
        HttpResponse<String> answer = post("", bundle("urn:uuid:11111111-1111-4111-8111-111111111111"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("transaction-response")
                .containsPattern("201 Created(.|\\s)*Patient/(.|\\s)*201 Created(.|\\s)*DiagnosticReport/");
        assertThat(fixture.reports(id))
                .singleElement()
                .satisfies(report -> assertThat(receipt(answer)).isEqualTo(report.get("receipt_number")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {"resourceType": "DocumentReference", "identifier": [{"value": "ID"}], "content": [{"attachment": {"title": "x"}}]};       DocumentReference.status
            {"resourceType": "DocumentReference", "identifier": [{"value": "ID"}], "status": "current"};                               DocumentReference.content
            {"resourceType": "DocumentReference", "identifier": [{"value": "ID"}], "status": "current", "content": [{"id": "a"}]};     DocumentReference.content[0].attachment
            {"resourceType": "DocumentReference", "identifier": [{"value": "ID"}], "status": "current", "colour": "red"};             colour
            {"resourceType": "DocumentReference", "identifier": [{"value": "ID"}], "status": "current", "status": "superseded", "content": [{"attachment": {"title": "x"}}]}; says status twice
            {"resourceType": "DocumentReference", "identifier": [{"value": "ID"}], "status": "curious"};                              curious
            {"resourceType": "DocumentReference", "identifier": [{"value": "ID"};                                                      JSON
            {"resourceType": "Patient", "identifier": [{"value": "ID"}]};                                                              Patient
            """)
    void whatCannotBeAReportIsRefusedByTheNameOfWhatIsWrong(String body, String named) throws Exception {
        HttpResponse<String> answer = post("/DocumentReference", body.replace("ID", id));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).contains("OperationOutcome").contains(named);
        nothingKept();
    }

    @Test
    void aRefusalTellsTheLogNothingOfThePerson(CapturedOutput log) throws Exception {
        HttpResponse<String> answer = post(
                "/Patient",
                "{\"resourceType\": \"Patient\", \"birthDate\": \"Marlowe1980\", \"name\": [{\"family\": \"Marlowe\"}]}");
        assertThat(answer.statusCode()).isBetween(400, 499);
        post("/DocumentReference", document("\"status\": \"Marlowe\","));
        assertThat(log.getAll()).contains("A FHIR request was answered with 4").doesNotContain("Marlowe");
    }

    @Test
    void aReferenceThatLeadsNowhereInItsBundleIsNamed() throws Exception {
        HttpResponse<String> answer = post("", bundle("urn:uuid:99999999-9999-4999-8999-999999999999"));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).contains("OperationOutcome").contains("Bundle.entry[1].resource.subject");
        nothingKept();
    }

    @Test
    void aStoppedRouteSendsTheSenderAwayForAWhile() throws Exception {
        camel.getRouteController().stopRoute("intake-fhir");
        try {
            HttpResponse<String> answer = post("/DocumentReference", document());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("OperationOutcome", "stopped");
            nothingKept();
        } finally {
            camel.getRouteController().startRoute("intake-fhir");
        }
        assertThat(post("/DocumentReference", document()).statusCode()).isEqualTo(201);
    }

    @Test
    void whatCannotBeKeptIsToBeSentAgain() throws Exception {
        asOwner("revoke insert on hub.receipt from hub_intake");
        try {
            HttpResponse<String> answer = post("/DocumentReference", document());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            nothingKept();
        } finally {
            asOwner("grant insert on hub.receipt to hub_intake");
        }
        assertThat(post("/DocumentReference", document()).statusCode()).isEqualTo(201);
    }

    @Test
    void aSecretAloneMakesNoSender() throws Exception {
        for (String client : List.of(STRANGER, CLIENT)) {
            token = new Browser(httpPort).token(client, SECRET);
            HttpResponse<String> answer = post("/DocumentReference", document());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("OperationOutcome", "system/DocumentReference.c");
        }
        nothingKept();
    }

    @Test
    void withoutATokenNothingIsRead() throws Exception {
        token = "none";
        assertThat(post("/DocumentReference", document()).statusCode()).isEqualTo(401);
        nothingKept();
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherItsLengthIsToldOrNot() throws Exception {
        String large = document("\"identifier\": [{\"value\": \"" + id + "\"}], \"description\": \"" + LARGEST + "\",");
        HttpResponse<String> told = post("/DocumentReference", large);
        assertThat(told.statusCode()).isEqualTo(413);
        assertThat(told.body()).contains("OperationOutcome", "1024 kB");
        HttpResponse<String> untold = send(request("/DocumentReference")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
        assertThat(untold.statusCode()).isEqualTo(413);
        nothingKept();
    }

    @Test
    void aSmallBodyThatUnpacksToALargeOneIsRefusedAndAHonestPackedOneIsTaken() throws Exception {
        String large = document("\"identifier\": [{\"value\": \"" + id + "\"}], \"description\": \"" + LARGEST + "\",");
        assertThat(packed(large).statusCode()).isEqualTo(413);
        nothingKept();
        assertThat(packed(document()).statusCode()).isEqualTo(201);
        assertThat(fixture.reports(id)).hasSize(1);
    }

    private HttpResponse<String> packed(String body) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return send(request("/DocumentReference", "Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray())));
    }

    @Test
    void anOrdinaryFhirClientIsUnderstood() {
        FhirContext fhir = FhirContext.forR4();
        fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        IGenericClient client = fhir.newRestfulGenericClient("http://127.0.0.1:" + httpPort + "/fhir");
        client.registerInterceptor(new BearerTokenAuthInterceptor(token));
        DocumentReference document = new DocumentReference();
        document.setStatus(DocumentReferenceStatus.CURRENT);
        document.getMasterIdentifier().setValue(id);
        document.addContent().getAttachment().setContentType("text/plain").setData(new byte[] {'o', 'k'});
        MethodOutcome outcome = client.create().resource(document).execute();
        assertThat(outcome.getCreated()).isTrue();
        assertThat(fixture.reports(id))
                .singleElement()
                .satisfies(
                        report -> assertThat(outcome.getId().getIdPart()).isEqualTo(String.valueOf(report.get("id"))));
    }
}
