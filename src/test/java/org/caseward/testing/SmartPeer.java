package org.caseward.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clinic's system with a key of its own, as SMART Backend Services describe it. */
public final class SmartPeer {
    /** Every scope that there is. */
    public static final String ALL =
            "system/DocumentReference.crs system/DiagnosticReport.c system/Bundle.c system/Binary.c";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String client;
    private final JWK key;
    private final JWSAlgorithm algorithm;

    private SmartPeer(String client, JWK key, JWSAlgorithm algorithm) {
        this.client = client;
        this.key = key;
        this.algorithm = algorithm;
    }

    public static SmartPeer rsa(String client) {
        try {
            return new SmartPeer(
                    client,
                    new RSAKeyGenerator(2048)
                            .keyID(UUID.randomUUID().toString())
                            .generate(),
                    JWSAlgorithm.RS384);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static SmartPeer ec(String client) {
        try {
            return new SmartPeer(
                    client,
                    new ECKeyGenerator(Curve.P_384)
                            .keyID(UUID.randomUUID().toString())
                            .generate(),
                    JWSAlgorithm.ES384);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key under another algorithm. */
    public SmartPeer signing(JWSAlgorithm other) {
        return new SmartPeer(client, key, other);
    }

    public String keySet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** Puts its public key into the directory; a second time adds nothing. */
    public SmartPeer register(JdbcClient jdbc, String connection) {
        return register(jdbc, connection, "jwks", keySet());
    }

    public SmartPeer register(JdbcClient jdbc, String connection, String kind, String value) {
        jdbc.sql("""
                        insert into credential (connection, provider, kind, value, added_by)
                        values (?, 'city-hospital', ?, ?, 'test') on conflict do nothing
                        """).params(connection, kind, value).update();
        return this;
    }

    public static String tokenAddress(int port) {
        return "http://127.0.0.1:" + port + "/oauth2/token";
    }

    /** A good assertion's claims. */
    public JWTClaimsSet.Builder claims(String audience) {
        return new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(240)));
    }

    public String assertion(JWTClaimsSet claims, UnaryOperator<JWSHeader.Builder> header) {
        try {
            JWSHeader.Builder plain = new JWSHeader.Builder(algorithm).keyID(key.getKeyID());
            SignedJWT signed = new SignedJWT(header.apply(plain).build(), claims);
            JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key, algorithm);
            signed.sign(signer);
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String assertion(String audience) {
        return assertion(claims(audience).build(), header -> header);
    }

    public static HttpResponse<String> ask(int port, String assertion, String scope) {
        String form = "grant_type=client_credentials&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8)
                + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion="
                + assertion;
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(tokenAddress(port)))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpResponse<String> ask(int port, String scope) {
        return ask(port, assertion(tokenAddress(port)), scope);
    }

    /** A token with these scopes, which must be given. */
    public String token(int port, String scope) {
        HttpResponse<String> answer = ask(port, scope);
        if (answer.statusCode() != 200) {
            throw new AssertionError("No token: " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }
}
