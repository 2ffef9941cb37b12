package org.caseward.intake.directory;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.caseward.intake.Credential;

/** Reads what somebody pasted as a credential, before it is let in: a key that can't be read would lock its provider out without a word. */
final class CredentialReader {
    private static final int LEAST_RSA_BITS = 2048;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private CredentialReader() {}

    sealed interface Read {}

    /** @param shown what people recognise it by */
    record Good(String value, Optional<Instant> notAfter, String shown) implements Read {}

    record Bad(String why) implements Read {}

    static Read read(Credential.Kind kind, String pasted) {
        String text = pasted.strip();
        if (text.isEmpty()) {
            return new Bad("Nothing was given. Paste the " + kind.code() + " itself.");
        }
        return switch (kind) {
            case X509_SAN -> name(text);
            case X509, SMIME -> certificate(text);
            case SSH_KEY -> sshKey(text);
            case JWKS -> keySet(text);
            case JWKS_URL -> keySetAddress(text);
            case WEBHOOK -> new Good(text, Optional.empty(), text);
        };
    }

    private static Read name(String text) {
        return text.length() > 253 || text.chars().anyMatch(Character::isWhitespace)
                ? new Bad("A name in a certificate is one word, for example lab.cityhospital.example.")
                : new Good(text.toLowerCase(Locale.ROOT), Optional.empty(), text);
    }

    private static Read certificate(String text) {
        String hex = text.replace(":", "").toLowerCase(Locale.ROOT);
        if (hex.matches("[0-9a-f]{64}")) {
            return new Good(hex, Optional.empty(), "SHA-256 " + hex);
        }
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
            Instant end = certificate.getNotAfter().toInstant();
            return end.isBefore(Instant.now())
                    ? new Bad("This certificate ended on " + end + ". Ask the provider for its new one.")
                    : new Good(
                            text,
                            Optional.of(end),
                            certificate.getSubjectX500Principal().getName());
        } catch (CertificateException e) {
            return new Bad(
                    "This is neither a certificate in PEM (-----BEGIN CERTIFICATE-----) nor the 64 hex digits of its SHA-256.");
        }
    }

    private static Read sshKey(String text) {
        try {
            PublicKey key = AuthorizedKeyEntry.parseAuthorizedKeyEntry(text)
                    .resolvePublicKey(null, PublicKeyEntryResolver.FAILING);
            if (key == null
                    || KeyUtils.getKeyType(key) == null
                    || KeyUtils.getKeyType(key).equals("ssh-dss")) {
                return new Bad("This kind of key is not accepted. Ask for an Ed25519 key (ssh-keygen -t ed25519).");
            }
            return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS
                    ? new Bad("This RSA key is too short. Ask for an Ed25519 key, or RSA of 3072 bits.")
                    : new Good(text, Optional.empty(), KeyUtils.getFingerPrint(key));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | NullPointerException e) {
            return new Bad(
                    "This is no public key as in OpenSSH's authorized_keys (ssh-ed25519 AAAA…). Ask for the .pub file, never for the private one.");
        }
    }

    private static Read keySet(String text) {
        try {
            JWKSet keys = JWKSet.parse(text);
            if (keys.getKeys().stream().anyMatch(JWK::isPrivate)) {
                return new Bad(
                        "This key set holds a private key, which nobody but the provider may have. Tell them to make a new one, and send only its public part.");
            }
            return keys.getKeys().stream().anyMatch(CredentialReader::signs)
                    ? new Good(text, Optional.empty(), "keys " + ids(keys))
                    : new Bad(
                            "This key set holds no key for RS384 (RSA) or ES384 (EC P-384), the two that SMART asks for.");
        } catch (ParseException e) {
            return new Bad("This is no key set: it begins with {\"keys\": [ … (RFC 7517).");
        }
    }

    private static boolean signs(JWK key) {
        return key instanceof RSAKey rsa && rsa.size() >= LEAST_RSA_BITS
                || key instanceof ECKey ec && ec.getCurve().getName().equals("P-384");
    }

    private static String ids(JWKSet keys) {
        return keys.getKeys().stream()
                .map(key -> key.getKeyID() == null ? "without id" : key.getKeyID())
                .collect(Collectors.joining(", "));
    }

    private static Read keySetAddress(String text) {
        try {
            URI address = new URI(text);
            String host = String.valueOf(address.getHost());
            boolean safe = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && LOOPBACK.contains(host);
            return safe && address.getHost() != null && address.getUserInfo() == null
                    ? new Good(text, Optional.empty(), text)
                    : new Bad("The address of a key set begins with https:// and holds no password.");
        } catch (java.net.URISyntaxException e) {
            return new Bad("This is no address. Give one such as https://clinic.example/jwks.json.");
        }
    }
}
