package org.caseward.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caseward.security.FhirSender;
import org.caseward.security.People;
import org.caseward.security.Role;
import org.caseward.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agency's own issuer of tokens: a server of its own that tells its metadata and keys, as any OAuth 2 server does. */
@SpringBootTest(classes = OutsideIssuerTest.App.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutsideIssuerTest {
    private static final String AUDIENCE = "https://hub.example/fhir";
    private static final RSAKey KEY = key();
    private static final AtomicBoolean DOWN = new AtomicBoolean();
    private static final HttpServer ISSUER = issuer();
    private static final String ADDRESS =
            "http://127.0.0.1:" + ISSUER.getAddress().getPort() + "/realms/agency";

    @TempDir
    static Path secrets;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("caseward.secrets", () -> secrets.toString());
        registry.add("caseward.fhir.issuer", () -> ADDRESS);
        registry.add("caseward.fhir.base", () -> AUDIENCE);
    }

    @Configuration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.caseward.security",
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    @Import(Room.class)
    static class App {}

    @RestController
    static class Room {
        @GetMapping("/fhir/who")
        String who() {
            return FhirSender.current()
                    .map(sender -> sender.client() + " " + sender.may('c', "DocumentReference"))
                    .orElse("nobody");
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("issuer-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer issuer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            tell(server, "/.well-known/oauth-authorization-server/realms/agency", """
                    {"issuer": "%1$s/realms/agency", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token"}""".formatted(base));
            tell(server, "/keys", new JWKSet(KEY.toPublicJWK()).toString());
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(HttpServer server, String path, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(DOWN.get() ? 500 : 200, DOWN.get() ? -1 : bytes.length);
            if (!DOWN.get()) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        ISSUER.stop(0);
    }

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ADDRESS)
                .audience(AUDIENCE)
                .subject("service-account")
                .claim("client_id", "clinic-ehr")
                .claim("scope", "system/DocumentReference.crs profile")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("issuer-1")
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private HttpResponse<String> who(String token) {
        return browser.get("/fhir/who", "Authorization", "Bearer " + token);
    }

    @Test
    void itsTokenSaysWhichClientItIsAndWhatItMay() throws Exception {
        assertThat(who(signed(claims().build(), KEY)).body()).isEqualTo("clinic-ehr true");
        assertThat(who(signed(
                                claims().claim("scope", "system/DocumentReference.rs")
                                        .build(),
                                KEY))
                        .body())
                .isEqualTo("clinic-ehr false");
    }

    @Test
    void aTokenForAnotherOrOfAnotherOrTooOldOpensNothing() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(600));
        for (String token : new String[] {
            signed(claims().audience("https://elsewhere.example/fhir").build(), KEY),
            signed(claims().issuer("https://elsewhere.example").build(), KEY),
            signed(claims().expirationTime(past).build(), KEY),
            signed(claims().build(), key())
        }) {
            HttpResponse<String> answer = who(token);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("OperationOutcome");
        }
    }

    @Test
    void theHubsOwnTokensOpenFhirNoMoreAndTheIssuersNothingElse() throws Exception {
        people.putClient("reader", "a secret of the test", Map.of("pd", Set.of(Role.AUDITOR)));
        assertThat(who(browser.token("reader", "a secret of the test")).statusCode())
                .isEqualTo(401);
        String token = signed(claims().claim("client_id", "reader").build(), KEY);
        assertThat(browser.get("/api/reports", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void clientsAreSentToItForTheirTokens() {
        assertThat(browser.get("/fhir/.well-known/smart-configuration").body())
                .contains(ADDRESS.replace("/realms/agency", "/token"));
    }

    @Test
    void whileItsKeysCannotBeAskedTheSenderIsToComeAgain() throws Exception {
        DOWN.set(true);
        try {
            JWSHeader unknown =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("issuer-2").build();
            SignedJWT token = new SignedJWT(unknown, claims().build());
            token.sign(new RSASSASigner(KEY));
            HttpResponse<String> answer = who(token.serialize());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            DOWN.set(false);
        }
    }
}
