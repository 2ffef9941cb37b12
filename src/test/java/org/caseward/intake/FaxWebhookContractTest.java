package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.caseward.intake.Answer.Accepted;
import org.caseward.intake.Answer.Refused;
import org.caseward.intake.Answer.SendAgain;
import org.caseward.report.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fax service that calls and calls again, over the real endpoint. */
class FaxWebhookContractTest extends IntakeContract {
    private FaxService service;
    private final String name = "svc" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aServiceThatTheDirectoryKnows() throws Exception {
        service = new FaxService();
        fixture.connection(name, "fax", "service:" + name, "pd-medical");
        jdbc.sql("update connection set settings = '{\"profile\": \"telnyx\", \"hosts\": \"127.0.0.1\"}' where id = ?")
                .param(name)
                .update();
        jdbc.sql(
                        "insert into credential (connection, provider, kind, value, added_by) values (?, 'city-hospital', 'webhook', ?, 'test')")
                .params(name, service.publicKey())
                .update();
        connections.refresh();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private URI hook() {
        return URI.create("http://127.0.0.1:" + httpPort + "/webhooks/fax/" + name);
    }

    private String call(String key, byte[] bytes) {
        return FaxService.received(key, service.keep(UUID.randomUUID().toString(), bytes));
    }

    private static Answer answer(HttpResponse<String> told) {
        return switch (told.statusCode()) {
            case 200 -> new Accepted(told.headers().firstValue("X-Receipt").orElse("none"));
            case 503 -> new SendAgain();
            default -> new Refused(told.body());
        };
    }

    @Override
    Answer send(String key, String text) throws Exception {
        return sendBytes(key, ("II*\0" + text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    Answer sendAsStranger(String key, String text) throws Exception {
        return answer(service.forge(hook(), call(key, text.getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    Answer sendBytes(String key, byte[] bytes) throws Exception {
        return answer(service.call(hook(), call(key, bytes)));
    }

    @Override
    Answer sendSlowly(String key, String text) throws Exception {
        return answer(service.callSlowly(hook(), call(key, text.getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    String route() {
        return "intake-fax-webhook";
    }

    @Override
    byte[] tooMuch() {
        return new byte[LARGEST_FAX_CALL + 1];
    }

    @Override
    byte[] truncated() {
        return new byte[] {'I', 'I', '*', 0, 8};
    }

    @Test
    void aCallFromYesterdayIsAReplayAndIsNotTaken() throws Exception {
        HttpResponse<String> told =
                service.callAt(hook(), call(id, new byte[] {1}), Instant.now().minus(Duration.ofDays(1)));
        assertThat(told.statusCode()).isEqualTo(401);
        assertThat(fixture.reports(id)).isEmpty();
    }

    @Test
    void nothingIsFetchedFromAHostThatNobodyNamed() throws Exception {
        HttpResponse<String> told = service.call(hook(), FaxService.received(id, "http://169.254.169.254/latest"));
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body()).contains("hosts");
    }

    @Test
    void aServiceThatCallsAgainAfterDeletingThePagesIsToldOfTheReceiptThereIs() throws Exception {
        String body = call(id, new byte[] {'I', 'I', 1});
        HttpResponse<String> first = service.call(hook(), body);
        service.forget();
        HttpResponse<String> again = service.call(hook(), body);
        assertThat(answer(again)).isEqualTo(answer(first)).isInstanceOf(Accepted.class);
    }

    @Test
    void anotherEventIsAnsweredAndForgotten() throws Exception {
        HttpResponse<String> told =
                service.call(hook(), call(id, new byte[] {1}).replace("fax.received", "fax.delivered"));
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(fixture.reports(id)).isEmpty();
    }

    @Test
    void aServiceWithAPasswordSendsThePagesInItsForm() throws Exception {
        jdbc.sql("update connection set settings = '{\"profile\": \"documo\"}' where id = ?")
                .param(name)
                .update();
        connections.refresh();
        connections.keepSecret(
                connections.find(Channel.FAX, "service:" + name).orElseThrow(),
                "hub:sesame".getBytes(StandardCharsets.UTF_8));
        assertThat(form("hub:guessed").statusCode()).isEqualTo(401);
        assertThat(answer(form("hub:sesame"))).isInstanceOf(Accepted.class).isEqualTo(answer(form("hub:sesame")));
        assertThat(fixture.reports(id))
                .singleElement()
                .satisfies(report -> assertThat(report).containsEntry("connection", "fax-shared"));
    }

    private HttpResponse<String> form(String password) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String[] field : new String[][] {
            {"messageId", id},
            {"direction", "inbound"},
            {"faxCallerId", "+13125550100"},
            {"faxNumber", "+13125550192"},
            {"pagesCount", "1"}
        }) {
            body.writeBytes(("--b0undary\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n"
                            + field[1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(
                "--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"fax.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4 page\r\n--b0undary--\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(hook())
                                .header("Content-Type", "multipart/form-data; boundary=b0undary")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(password.getBytes(StandardCharsets.UTF_8)))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
