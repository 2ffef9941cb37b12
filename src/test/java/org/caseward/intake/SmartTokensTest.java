package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.caseward.security.Role;
import org.caseward.security.web.Browser;
import org.caseward.testing.SmartPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** SMART Backend Services: how a clinic's system proves itself, what it is given, and what opens nothing. */
@ExtendWith(OutputCaptureExtension.class)
class SmartTokensTest extends ReceivingHub {
    private static final String CREATE = "system/DocumentReference.c";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String client = "clinic-" + UUID.randomUUID();
    private SmartPeer peer;
    private String here;

    @BeforeEach
    void aClinic() {
        fixture.connection(client, "fhir", client, "pd-medical");
        connections.refresh();
        peer = SmartPeer.rsa(client).register(jdbc, client);
        here = SmartPeer.tokenAddress(httpPort);
    }

    private void refused(HttpResponse<String> answer, int status, String error, String words) {
        assertThat(answer.body()).contains("\"error\":\"" + error + "\"").contains(words);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/fhir+json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aKeyOfEitherAlgorithmGetsAShortTokenWithTheScopesAsked() {
        SmartPeer elliptic = SmartPeer.ec(client).register(jdbc, client);
        for (SmartPeer one : new SmartPeer[] {peer, elliptic}) {
            HttpResponse<String> answer = one.ask(httpPort, CREATE);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"scope\":\"" + CREATE + "\"")
                    .containsPattern("\"expires_in\":(300|299)")
                    .contains("\"token_type\":\"Bearer\"");
        }
    }

    @Test
    void anAssertionOpensTheDoorOnce() {
        String assertion = peer.assertion(here);
        assertThat(SmartPeer.ask(httpPort, assertion, CREATE).statusCode()).isEqualTo(200);
        refused(SmartPeer.ask(httpPort, assertion, CREATE), 401, "invalid_client", "used before");
    }

    @Test
    void aRightlySignedAssertionThatSaysSomethingWrongIsToldWhat() {
        Instant now = Instant.now();
        refused(
                SmartPeer.ask(httpPort, peer.assertion("https://elsewhere.example/token"), CREATE),
                401,
                "invalid_client",
                "aud");
        refused(
                SmartPeer.ask(
                        httpPort,
                        peer.assertion(
                                peer.claims(here)
                                        .expirationTime(Date.from(now.plusSeconds(600)))
                                        .build(),
                                header -> header),
                        CREATE),
                401,
                "invalid_client",
                "more than five minutes");
        refused(
                SmartPeer.ask(
                        httpPort,
                        peer.assertion(
                                peer.claims(here)
                                        .expirationTime(Date.from(now.minusSeconds(120)))
                                        .build(),
                                header -> header),
                        CREATE),
                401,
                "invalid_client",
                "expired");
        refused(
                SmartPeer.ask(
                        httpPort, peer.assertion(peer.claims(here).jwtID(null).build(), header -> header), CREATE),
                401,
                "invalid_client",
                "no jti");
        refused(
                SmartPeer.ask(
                        httpPort,
                        peer.assertion(peer.claims(here).issuer("somebody").build(), header -> header),
                        CREATE),
                401,
                "invalid_client",
                "iss and sub");
    }

    @Test
    void whoIsNotKnownAndWhoSignsWithAnotherKeyHearTheSame() {
        HttpResponse<String> stranger =
                SmartPeer.rsa("nobody-" + UUID.randomUUID()).ask(httpPort, CREATE);
        HttpResponse<String> thief = SmartPeer.rsa(client).ask(httpPort, CREATE);
        assertThat(stranger.statusCode()).isEqualTo(thief.statusCode()).isEqualTo(401);
        assertThat(stranger.body()).isEqualTo(thief.body());
    }

    @Test
    void aWeakerAlgorithmOpensNothing() {
        assertThat(peer.signing(JWSAlgorithm.RS256).ask(httpPort, CREATE).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aWithdrawnKeyEndsAtOnce() {
        assertThat(peer.ask(httpPort, CREATE).statusCode()).isEqualTo(200);
        jdbc.sql("update credential set revoked_at = now() where connection = ?")
                .param(client)
                .update();
        assertThat(peer.ask(httpPort, CREATE).statusCode()).isEqualTo(401);
    }

    @Test
    void theKeysMayLieWhereTheClinicServesThemAndAreFetchedFromThereOnly() throws Exception {
        String other = "clinic-" + UUID.randomUUID();
        fixture.connection(other, "fhir", other, "pd-medical");
        SmartPeer served = SmartPeer.ec(other);
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            byte[] keys = served.keySet().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
        try {
            served.register(jdbc, other, "jwks-url", url);
            assertThat(served.ask(httpPort, CREATE).statusCode()).isEqualTo(200);
            String elsewhere = served.assertion(
                    served.claims(here).build(), header -> header.jwkURL(URI.create(url + "?not-registered")));
            refused(SmartPeer.ask(httpPort, elsewhere, CREATE), 401, "invalid_client", "jku");
            assertThat(asked).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void wildcardsAndTheScopesOfVersionOneAreNarrowedToWhatThereIs() {
        assertThat(peer.ask(httpPort, "system/*.write").body())
                .contains("system/DocumentReference.c", "system/Bundle.c", "system/Binary.c")
                .doesNotContain("*");
        assertThat(peer.ask(httpPort, "system/DocumentReference.read system/Patient.read openid")
                        .body())
                .contains("\"scope\":\"system/DocumentReference.read\"");
        refused(peer.ask(httpPort, "system/Patient.rs"), 400, "invalid_scope", "system/DocumentReference.crs");
    }

    @Test
    void aConnectionMayBeOpenedForLess() {
        jdbc.sql("update connection set settings = '{\"scopes\": \"system/DocumentReference.c\"}' where id = ?")
                .param(client)
                .update();
        assertThat(peer.ask(httpPort, "system/*.cruds").body()).contains("\"scope\":\"" + CREATE + "\"");
    }

    @Test
    void aTokenWithoutTheScopeIsToldWhichOneItNeeds() throws Exception {
        String token = peer.token(httpPort, "system/Binary.c");
        HttpResponse<String> answer = get("/fhir/DocumentReference", token);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("OperationOutcome", "system/DocumentReference.s");
        HttpResponse<String> handedIn = post("/fhir", token, """
                {"resourceType": "Bundle", "type": "transaction", "entry": [
                  {"request": {"method": "POST", "url": "Patient"}, "resource": {"resourceType": "Patient", "active": true}}]}""");
        assertThat(handedIn.statusCode()).isEqualTo(403);
        assertThat(handedIn.body()).contains("OperationOutcome", "system/Bundle.c");
    }

    /** Whoever may register keys must not come by the roles of an API client of the same name. */
    @Test
    void aKeyOpensNoRolesAndASecretNoScopes() throws Exception {
        people.putClient(client, SECRET, Map.of("pd-medical", Set.of(Role.SUPERVISOR)));
        assertThat(get("/api/reports", peer.token(httpPort, SmartPeer.ALL)).statusCode())
                .isEqualTo(403);
        HttpResponse<String> secret = new Browser(httpPort)
                .post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", client,
                                "client_secret", SECRET,
                                "scope", CREATE));
        refused(secret, 400, "invalid_scope", "prove themselves by a key");
    }

    @Test
    void guessingIsSlowedDownForTheGuesserAndNotForTheKey() {
        people.putClient(client, SECRET, Map.of());
        Browser guesser = new Browser(httpPort);
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.askToken(client, "guess").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> wait = guesser.askToken(client, SECRET);
        assertThat(wait.statusCode()).isEqualTo(429);
        assertThat(wait.headers().firstValue("Retry-After")).isPresent();
        assertThat(peer.ask(httpPort, CREATE).statusCode()).isEqualTo(200);
    }

    @Test
    void whatAServerCanDoAndWhereTokensAreGotIsToldToEverybody() throws Exception {
        HttpResponse<String> smart = get("/fhir/.well-known/smart-configuration", "");
        assertThat(smart.statusCode()).isEqualTo(200);
        assertThat(smart.body())
                .contains("\"token_endpoint\":\"" + here + "\"")
                .contains("private_key_jwt", "RS384", "ES384", "permission-v2", "system/DocumentReference.crs");
        HttpResponse<String> statement = get("/fhir/metadata", "");
        assertThat(statement.statusCode()).isEqualTo(200);
        assertThat(statement.body())
                .contains("SMART-on-FHIR", here, "submit-attachment", "\"Binary\"", "\"DiagnosticReport\"")
                .doesNotContain("_cursor");
        HttpResponse<String> closed = get("/fhir/DocumentReference", "");
        assertThat(closed.statusCode()).isEqualTo(401);
        assertThat(closed.body()).contains("OperationOutcome", "smart-configuration");
        assertThat(closed.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("Bearer"));
    }

    @Test
    void theLogHearsOfARefusalAndOfNothingThatWasSent(CapturedOutput log) {
        String typed = "typed-" + UUID.randomUUID();
        new Browser(httpPort).askToken(typed, typed);
        SmartPeer.ask(httpPort, typed, CREATE);
        assertThat(log.getAll()).contains("A token was refused: invalid_client").doesNotContain(typed);
    }
}
