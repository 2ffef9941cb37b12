package org.caseward.intake.mllp;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.caseward.intake.Connection;
import org.caseward.intake.Credential;
import org.caseward.intake.Hash;

/**
 * A client certificate as the directory knows it.
 *
 * @param names its subject alternative names of the kinds DNS, URI and e-mail, in lower case (RFC 5280, 4.2.1.6)
 * @param fingerprint SHA-256 of the certificate in lower-case hex
 * @param until when it ends by itself
 */
record ClientCertificate(Set<String> names, String fingerprint, Instant until) {
    private static final Set<Integer> KINDS = Set.of(1, 2, 6);

    static ClientCertificate of(X509Certificate certificate) {
        return new ClientCertificate(
                names(certificate),
                fingerprint(certificate),
                certificate.getNotAfter().toInstant());
    }

    private static Set<String> names(X509Certificate certificate) {
        Set<String> names = new HashSet<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            for (List<?> one : all == null ? List.<List<?>>of() : all) {
                if (one.getFirst() instanceof Integer kind && KINDS.contains(kind)) {
                    names.add(String.valueOf(one.get(1)).toLowerCase(Locale.ROOT));
                }
            }
        } catch (CertificateParsingException unreadable) {
            // a name that can't be read names nobody
        }
        return names;
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Hash.hex(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that came by TLS has an encoding", e);
        }
    }

    /**
     * The providers it stands for at this moment: those whose name it holds, or whose very certificate it is. A provider whose certificate is pinned is known by no other,
     * whatever name that holds.
     */
    List<String> providers(Connection connection, Instant now) {
        if (!now.isBefore(until)) {
            return List.of();
        }
        List<Credential> counting = connection.credentials().stream()
                .filter(credential -> credential.countsAt(now))
                .toList();
        return counting.stream()
                .filter(this::fits)
                .map(Credential::provider)
                .distinct()
                .filter(provider -> notPinnedElse(provider, connection))
                .toList();
    }

    /** Withdrawn pins are gone from the connection; one that only ran out still binds its provider. */
    private boolean notPinnedElse(String provider, Connection connection) {
        List<Credential> pins = connection.credentials().stream()
                .filter(credential -> credential.kind() == Credential.Kind.X509)
                .filter(credential -> credential.provider().equals(provider))
                .toList();
        return pins.isEmpty() || pins.stream().anyMatch(pin -> fits(pin) && pin.countsAt(Instant.now()));
    }

    /** Whether it would stand for somebody if it had not run out. */
    boolean outOfDate(Connection connection, Instant now) {
        Predicate<Credential> ranOut = credential -> !credential.countsAt(now) || !now.isBefore(until);
        return connection.credentials().stream().filter(this::fits).anyMatch(ranOut);
    }

    private boolean fits(Credential credential) {
        return switch (credential.kind()) {
            case X509_SAN -> names.contains(credential.value().strip().toLowerCase(Locale.ROOT));
            case X509 ->
                fingerprintOf(credential.value()).filter(fingerprint::equals).isPresent();
            default -> false;
        };
    }

    /** From a PEM, or from hex with or without colons. */
    private static Optional<String> fingerprintOf(String value) {
        if (!value.contains("BEGIN CERTIFICATE")) {
            return Optional.of(value.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT));
        }
        try {
            return Optional.of(fingerprint((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(value.getBytes(StandardCharsets.US_ASCII)))));
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }

    /** For people: its first name, or the beginning of its fingerprint. */
    String title() {
        return names.stream().sorted().findFirst().orElseGet(() -> "SHA-256 " + fingerprint.substring(0, 16));
    }
}
