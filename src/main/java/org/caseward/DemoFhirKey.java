package org.caseward;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import org.caseward.demo.DemoSetup;

/** The key by which the demo's clinic proves itself over FHIR: its private half in a PEM file (PKCS #8) that only its owner can read, made at the first start. */
record DemoFhirKey(Path file, RSAKey key) {
    private static final int BITS = 3072;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    static DemoFhirKey open(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            String packed =
                    Files.readString(file).replaceAll("-----[^-]+-----", "").replaceAll("\\s", "");
            KeyFactory keys = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey) keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(packed)));
            RSAPublicKey open = (RSAPublicKey)
                    keys.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new DemoFhirKey(
                    file.toAbsolutePath(),
                    new RSAKey.Builder(open)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint()
                            .build());
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IOException(
                    "The FHIR client's key in " + file + " can't be read. Remove it: a new one is made.", e);
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        byte[] secret = generator.generateKeyPair().getPrivate().getEncoded();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path half = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "fhir-client",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                half, "-----BEGIN PRIVATE KEY-----\n" + LINES.encodeToString(secret) + "\n-----END PRIVATE KEY-----\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** As the directory keeps it (RFC 7517). */
    String keySet() {
        return new JWKSet(key).toString();
    }

    Map<String, Object> client() {
        return Map.of(
                "clientId",
                DemoSetup.FHIR_CLIENT,
                "privateKeyFile",
                file.toString(),
                "keyId",
                key.getKeyID(),
                "algorithm",
                "RS384");
    }
}
