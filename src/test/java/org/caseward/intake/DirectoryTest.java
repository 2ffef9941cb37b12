package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caseward.report.Channel;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.caseward.testing.MllpPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IT changes who may send, by API and by page, while the hub runs. */
class DirectoryTest extends ReceivingHub {
    private static final String SSH_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIT/bqK+Q9Wj3x7AW1y5L2rGFSskI3UNUR6/N0vZvcYJ clinic";

    private final String id = "d-" + UUID.randomUUID().toString().substring(0, 8);
    private final HttpClient http = HttpClient.newHttpClient();
    private String token;

    @BeforeEach
    void engineers() {
        people.putClient("directory-client", SECRET, Map.of("pd-medical", Set.of(Role.INTEGRATION_ENGINEER)));
        people.put("dora", "long enough", "Dora Example", Map.of("pd-medical", Set.of(Role.INTEGRATION_ENGINEER)));
        people.put("cora", "long enough", "Cora Example", Map.of("pd-medical", Set.of(Role.COORDINATOR)));
        token = new Browser(httpPort).token("directory-client", SECRET);
    }

    private HttpResponse<String> api(String method, String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/api/directory" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> connection(String programs, String more) throws Exception {
        return api("PUT", "/connections/" + id, """
                {"channel": "sftp", "address": "fetch:%s", "programs": [%s] %s}""".formatted(id, programs, more));
    }

    @Test
    void aSenderThatWasRefusedIsTakenOnceItStandsInTheDirectory() throws Exception {
        String sender = "NEWEHR" + id + "|CLINIC";
        String message = IntakeFixture.oru(sender, id, "MARLOWE");
        try (MllpPeer peer = new MllpPeer(port)) {
            assertThat(peer.send(message)).contains("MSA|AR|");
            assertThat(api("PUT", "/providers/" + id, "{\"name\": \"New Clinic\", \"npi\": \"1234567893\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(api(
                                    "PUT",
                                    "/connections/mllp-main/senders",
                                    "{\"key\": \"" + sender + "\", \"provider\": \"" + id + "\"}")
                            .body())
                    .contains("replayed");
            assertThat(peer.send(message)).contains("MSA|AA|");
            api("POST", "/connections/mllp-main/senders/removal", "{\"key\": \"" + sender + "\"}");
            assertThat(peer.send(IntakeFixture.oru(sender, id + "x", "MARLOWE")))
                    .contains("MSA|AR|");
        }
    }

    @Test
    void anNpiThatDoesNotAddUpIsRefusedWithTheReason() throws Exception {
        HttpResponse<String> answer = api("PUT", "/providers/" + id, "{\"name\": \"Clinic\", \"npi\": \"1234567890\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("does not add up");
        assertThat(api("GET", "/providers", "").body()).doesNotContain("\"" + id + "\"");
    }

    @Test
    void aConnectionIsMadeChangedAndTakenOutOfUseWithoutARestart() throws Exception {
        assertThat(connection("\"pd-medical\"", ", \"settings\": {\"host\": \"127.0.0.1\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(connections.find(Channel.SFTP, "fetch:" + id))
                .hasValueSatisfying(c -> assertThat(c.setting("host")).contains("127.0.0.1"));
        connection("\"pd-medical\"", ", \"enabled\": false");
        assertThat(connections.find(Channel.SFTP, "fetch:" + id)).isEmpty();
    }

    @Test
    void nobodyOpensADoorToAProgramThatIsNotTheirs() throws Exception {
        HttpResponse<String> answer = connection("\"pd-medical\", \"city-wc\"", "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("all programs");
        // the shared fax line serves another program too: neither its senders nor itself are changed by one of them
        // alone
        assertThat(api(
                                "PUT",
                                "/connections/fax-shared/senders",
                                "{\"key\": \"+13125550100\", \"provider\": \"city-hospital\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatLooksLikeASecretStaysOutOfTheSettingsAndASecretIsSealedAndNeverShown() throws Exception {
        assertThat(connection("\"pd-medical\"", ", \"settings\": {\"imapPassword\": \"x\"}")
                        .body())
                .contains("looks like a secret");
        connection("\"pd-medical\"", "");
        api("PUT", "/connections/" + id + "/secret", "{\"secret\": \"open sesame\"}");
        Connection made = connections.find(Channel.SFTP, "fetch:" + id).orElseThrow();
        assertThat(connections.secret(made)).hasValue("open sesame".getBytes(StandardCharsets.UTF_8));
        assertThat(jdbc.sql("select position('sesame'::bytea in secret) from connection where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(api("GET", "/connections", "").body())
                .contains("\"hasSecret\":true")
                .doesNotContain("sesame");
    }

    @Test
    void aKeyCountsUntilItIsWithdrawn() throws Exception {
        connection("\"pd-medical\"", "");
        assertThat(credential("ssh-key", SSH_KEY).statusCode()).isEqualTo(200);
        assertThat(keys()).containsExactly(SSH_KEY);
        String credential = jdbc.sql("select id::text from credential where connection = ?")
                .param(id)
                .query(String.class)
                .single();
        api("DELETE", "/connections/" + id + "/credentials/" + credential, "");
        assertThat(keys()).isEmpty();
        assertThat(api("GET", "/connections", "").body()).contains("\"state\":\"withdrawn\"", "SHA256:");
    }

    private Iterable<String> keys() {
        return connections
                .find(Channel.SFTP, "fetch:" + id)
                .orElseThrow()
                .credentials(Credential.Kind.SSH_KEY)
                .map(Credential::value)
                .toList();
    }

    private HttpResponse<String> credential(String kind, String value) throws Exception {
        return api(
                "POST",
                "/connections/" + id + "/credentials",
                "{\"kind\": \"" + kind + "\", \"provider\": \"city-hospital\", \"value\": \""
                        + value.replace("\"", "\\\"") + "\"}");
    }

    @Test
    void aPrivateKeyOrSomethingUnreadableIsNeverKept() throws Exception {
        connection("\"pd-medical\"", "");
        String privateSet = new com.nimbusds.jose.jwk.JWKSet(
                        new com.nimbusds.jose.jwk.gen.ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_384).generate())
                .toString(false);
        assertThat(credential("jwks", privateSet).body()).contains("private key");
        assertThat(credential("ssh-key", "-----BEGIN OPENSSH PRIVATE KEY-----").body())
                .contains("no public key");
        assertThat(credential("x509", "hello").body()).contains("neither a certificate");
        assertThat(credential("jwks-url", "http://clinic.example/keys").body()).contains("https://");
        assertThat(credential("carrier-pigeon", "coo").statusCode()).isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from credential where connection = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anEngineerDoesTheSameOnThePageAndACoordinatorDoesNotGetThere() {
        Browser dora = new Browser(httpPort);
        dora.signIn("dora", "long enough");
        String csrf = dora.csrf("/it/providers");
        dora.post(
                "/it/connections",
                Map.of(
                        "_csrf",
                        csrf,
                        "id",
                        id,
                        "channel",
                        "sftp",
                        "address",
                        "fetch:" + id,
                        "programs",
                        "pd-medical",
                        "enabled",
                        "true",
                        "settings",
                        "host = 127.0.0.1\nport = 2222"));
        assertThat(dora.get("/it/connections/" + id).body()).contains("in use", "host = 127.0.0.1", "ssh-key");
        dora.post(
                "/it/connections/" + id + "/senders",
                Map.of("_csrf", csrf, "key", "clinic", "provider", "city-hospital"));
        assertThat(dora.get("/it/connections/" + id).body()).contains("This sender is city-hospital", "Remove clinic");
        dora.post(
                "/it/connections/" + id + "/credentials",
                Map.of("_csrf", csrf, "kind", "ssh-key", "provider", "city-hospital", "value", "nonsense"));
        assertThat(dora.get("/it/connections/" + id).body()).contains("no public key");
        Browser cora = new Browser(httpPort);
        cora.signIn("cora", "long enough");
        assertThat(cora.get("/it/providers").statusCode()).isEqualTo(403);
    }

    @Test
    void aBodyThatLeavesThingsOutIsAnsweredInWords() throws Exception {
        assertThat(api("PUT", "/providers/" + id, "{}").body()).contains("needs a name");
        assertThat(api("PUT", "/connections/" + id, "{}").body()).contains("The channel is one of");
        assertThat(api("PUT", "/connections/mllp-main/senders", "{}").statusCode())
                .isEqualTo(400);
        assertThat(api("POST", "/connections/mllp-main/credentials", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSecretIsKeptWhileTheConnectionIsOutOfUseAndOpensWhateverItsProgramsBecome() throws Exception {
        people.putClient(
                "directory-client",
                SECRET,
                Map.of(
                        "pd-medical", Set.of(Role.INTEGRATION_ENGINEER),
                        "city-wc", Set.of(Role.INTEGRATION_ENGINEER)));
        token = new Browser(httpPort).token("directory-client", SECRET);
        connection("\"pd-medical\"", ", \"enabled\": false");
        assertThat(api("PUT", "/connections/" + id + "/secret", "{\"secret\": \"open sesame\"}")
                        .statusCode())
                .isEqualTo(200);
        connection("\"city-wc\"", "");
        assertThat(connections.secret(
                        connections.find(Channel.SFTP, "fetch:" + id).orElseThrow()))
                .hasValue("open sesame".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aConnectionKeepsItsChannel() throws Exception {
        connection("\"pd-medical\"", "");
        HttpResponse<String> answer = api("PUT", "/connections/" + id, """
                {"channel": "fax", "address": "fetch:%s", "programs": ["pd-medical"]}""".formatted(id));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("keeps its channel");
    }
}
