package org.caseward.intake.mllp;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caseward.intake.Connection;
import org.caseward.intake.Credential;
import org.caseward.report.Reason;

/** Whether a message's sender may send here: MSH-3 and MSH-4 must be registered, and by TLS must agree with the provider whom the client certificate names. */
sealed interface Sender {
    record Known() implements Sender {}

    /**
     * @param shown what is kept of the sender; never one by which the report would be taken for the named provider's
     * @param words for the acknowledgement
     * @param alarming whether IT should hear of it at once
     */
    record Refused(Reason reason, String shown, String words, boolean alarming) implements Sender {}

    static Sender of(MshHeader header, Optional<X509Certificate> certificate, Optional<Connection> connection) {
        if (connection.isEmpty()) {
            return unknown(header);
        }
        Connection known = connection.get();
        if (certificate.isEmpty()) {
            return withCertificates(known) ? certificateMissing(header) : named(header, known);
        }
        ClientCertificate shown = ClientCertificate.of(certificate.get());
        List<String> providers = shown.providers(known, Instant.now());
        if (providers.size() != 1) {
            return certificateUnknown(header, shown, shown.outOfDate(known, Instant.now()), providers.size());
        }
        Optional<String> named = known.provider(header.sender());
        if (named.isEmpty()) {
            return unknown(header);
        }
        return named.get().equals(providers.getFirst()) ? new Known() : differs(header, shown, providers.getFirst());
    }

    private static Sender named(MshHeader header, Connection connection) {
        return connection.provider(header.sender()).isPresent() ? new Known() : unknown(header);
    }

    private static boolean withCertificates(Connection connection) {
        return connection.credentials().stream()
                .anyMatch(credential ->
                        credential.kind() == Credential.Kind.X509_SAN || credential.kind() == Credential.Kind.X509);
    }

    private static Refused unknown(MshHeader header) {
        return new Refused(
                new Reason(
                        "sender-unknown",
                        "No provider is registered on this connection for the sender in MSH-3 and MSH-4. Register it, then replay."),
                header.sender(),
                "Sender (MSH-3, MSH-4) not registered here.",
                false);
    }

    private static Refused certificateMissing(MshHeader header) {
        return new Refused(
                new Reason(
                        "certificate-missing",
                        "This connection knows its senders by certificates, and this message came without one. Ask the sender to use the TLS port."),
                header.sender() + " without a certificate",
                "This connection asks for TLS with a client certificate.",
                true);
    }

    private static Refused certificateUnknown(
            MshHeader header, ClientCertificate shown, boolean outOfDate, int providers) {
        String why = outOfDate
                ? "has expired here"
                : providers > 1
                        ? "names more than one provider here"
                        : "is registered for no provider here, or no more";
        return new Refused(
                new Reason(
                        outOfDate ? "certificate-expired" : "certificate-unknown",
                        "The sender's certificate (" + shown.title() + ") " + why
                                + ". Ask the provider, register its certificate, then have it send again."),
                header.sender() + " by " + shown.title(),
                "The client certificate " + why + ".",
                true);
    }

    private static Refused differs(MshHeader header, ClientCertificate shown, String provider) {
        return new Refused(
                new Reason(
                        "sender-certificate-differs",
                        "The certificate is " + provider
                                + "'s, but MSH-3 and MSH-4 name another sender. Ask the provider who sent this; register the sender where it is theirs."),
                header.sender() + " by " + shown.title(),
                "MSH-3 and MSH-4 do not belong to the provider whom the client certificate names.",
                true);
    }
}
