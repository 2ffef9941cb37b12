package org.caseward.intake.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.SignerId;
import org.jspecify.annotations.Nullable;

/** The certificates that the directory has registered for one sender: whole, or by their SHA-256. */
final class Pinned {
    private final Set<String> fingerprints = new HashSet<>();
    private final List<X509Certificate> whole;

    /** @param values PEM or hex, colons or not; what is neither counts for nothing */
    Pinned(List<String> values) {
        this.whole = values.stream()
                .filter(value -> value.contains("BEGIN CERTIFICATE"))
                .map(Pinned::certificate)
                .filter(java.util.Objects::nonNull)
                .toList();
        for (X509Certificate certificate : whole) {
            try {
                fingerprints.add(fingerprint(certificate.getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("A certificate that was read has no encoding", e);
            }
        }
        values.stream()
                .filter(value -> !value.contains("BEGIN"))
                .map(value -> value.replaceAll("[^0-9a-fA-F]", "").toLowerCase(Locale.ROOT))
                .forEach(fingerprints::add);
    }

    private static @Nullable X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    boolean holds(String fingerprint) {
        return fingerprints.contains(fingerprint);
    }

    @Nullable
    X509Certificate matching(SignerId signer) throws GeneralSecurityException {
        for (X509Certificate certificate : whole) {
            if (signer.match(new JcaX509CertificateHolder(certificate))) {
                return certificate;
            }
        }
        return null;
    }

    /** SHA-256 in lower-case hex. */
    static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
