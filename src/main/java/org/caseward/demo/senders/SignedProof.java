package org.caseward.demo.senders;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/**
 * A client's proof by its own RSA key, as SMART Backend Services ask for it: a new signed assertion for each token.
 *
 * @param key a PEM file (PKCS #8)
 */
public record SignedProof(String client, Path key, String keyId) implements HubClient.Proof {
    private static final String SCOPES =
            "system/DocumentReference.crs system/DiagnosticReport.c system/Bundle.c system/Binary.c";
    private static final int LIFE_SECONDS = 240;

    @Override
    public String prove(URI tokenUri, HttpRequest.Builder request) throws IOException {
        try {
            JWTClaimsSet claims = new JWTClaimsSet.Builder()
                    .issuer(client)
                    .subject(client)
                    .audience(tokenUri.toString())
                    .jwtID(UUID.randomUUID().toString())
                    .expirationTime(Date.from(Instant.now().plusSeconds(LIFE_SECONDS)))
                    .build();
            SignedJWT assertion = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS384).keyID(keyId).build(), claims);
            assertion.sign(new RSASSASigner(privateKey()));
            return "&scope=" + HubClient.encoded(SCOPES) + "&client_assertion_type="
                    + HubClient.encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion="
                    + assertion.serialize();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IOException("The client's key in " + key + " can't sign", e);
        }
    }

    private PrivateKey privateKey() throws IOException, GeneralSecurityException {
        String packed = Files.readString(key).replaceAll("-----[^-]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(packed)));
    }
}
