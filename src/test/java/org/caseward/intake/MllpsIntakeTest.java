package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.app.Connection;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.util.StandardSocketFactory;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocket;
import org.caseward.setup.Certificates;
import org.caseward.testing.MllpPeer;
import org.caseward.testing.TestHub;
import org.caseward.testing.TlsPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Who is let in by TLS, and whose name a message may then bear: with our own sockets, HAPI's client and openssl. */
class MllpsIntakeTest extends ReceivingHub {
    @Autowired
    TroublesHeard troubles;

    @Value("${spring.ssl.bundle.pem.mllps.keystore.certificate}")
    Path serverCertificate;

    private final String id = "S" + UUID.randomUUID();
    private SecureLab lab;

    @BeforeEach
    void certificates() {
        lab = new SecureLab(jdbc);
        lab.fill(fixture, connections);
    }

    private String send(Certificates.Identity identity, String sender) throws IOException {
        try (MllpPeer peer = new MllpPeer(TlsPeer.connect(securePort, identity))) {
            return peer.send(IntakeFixture.oru(sender, id, "MARLOWE"));
        }
    }

    private Map<String, Object> quarantined(String code) {
        assertThat(fixture.reports(id)).hasSize(1);
        Map<String, Object> report = fixture.reports(id).getFirst();
        assertThat(report)
                .containsEntry("state", "quarantined")
                .containsEntry("reason_code", code)
                .containsEntry("provider", null);
        return report;
    }

    @Test
    void aMessageUnderAnotherProvidersNameIsRefusedAndTakenForNobodys() throws Exception {
        assertThat(send(SecureLab.river(), SecureLab.SENDER)).contains("MSA|AR|" + id, "client certificate names");
        quarantined("sender-certificate-differs");
        assertThat(send(SecureLab.river(), SecureLab.OTHER_SENDER)).contains("MSA|AA|" + id);
    }

    @Test
    void aCertificateOfTheRightAuthorityThatNobodyRegisteredIsRefused() throws Exception {
        assertThat(send(SecureLab.stranger(), SecureLab.SENDER)).contains("MSA|AR|" + id, "registered for no provider");
        quarantined("certificate-unknown");
    }

    @Test
    void aWithdrawnCredentialLetsNothingInFromThenOn() throws Exception {
        try (MllpPeer peer = new MllpPeer(TlsPeer.connect(securePort, SecureLab.lab()))) {
            assertThat(peer.send(IntakeFixture.oru(SecureLab.SENDER, "W" + id, "MARLOWE")))
                    .contains("MSA|AA|");
            jdbc.sql("update credential set revoked_at = now() where value = ?")
                    .param(SecureLab.NAME)
                    .update();
            connections.refresh();
            assertThat(peer.send(IntakeFixture.oru(SecureLab.SENDER, id, "MARLOWE")))
                    .contains("MSA|AR|");
        }
        quarantined("certificate-unknown");
    }

    @Test
    void aCredentialThatRanOutIsRefusedAndSaysSo() throws Exception {
        jdbc.sql("update credential set not_after = now() - interval '1 minute' where value = ? and revoked_at is null")
                .param(SecureLab.NAME)
                .update();
        connections.refresh();
        assertThat(send(SecureLab.lab(), SecureLab.SENDER)).contains("MSA|AR|" + id, "expired");
        quarantined("certificate-expired");
    }

    @Test
    void aProviderWhoseCertificateIsPinnedIsKnownByNoOther() throws Exception {
        lab.credential("city-hospital", "x509", fingerprint(SecureLab.river()), "'infinity'");
        connections.refresh();
        assertThat(send(SecureLab.lab(), SecureLab.SENDER)).contains("MSA|AR|" + id);
        quarantined("certificate-unknown");
        lab.credential("city-hospital", "x509", Files.readString(SecureLab.lab().certificate()), "'infinity'");
        connections.refresh();
        assertThat(send(SecureLab.lab(), SecureLab.SENDER)).contains("MSA|AA|" + id);
    }

    private static String fingerprint(Certificates.Identity identity) throws Exception {
        try (var in = Files.newInputStream(identity.certificate())) {
            return Hash.hex(((X509Certificate)
                                    CertificateFactory.getInstance("X.509").generateCertificate(in))
                            .getEncoded())
                    .replaceAll("(..)(?=.)", "$1:");
        }
    }

    @Test
    void withoutACertificateOrByAForeignAuthoritysNobodyComesIn(@TempDir Path elsewhere) throws Exception {
        Certificates.Identity foreign = Certificates.open(elsewhere).client("lab", SecureLab.NAME);
        for (Certificates.Identity shown : new Certificates.Identity[] {null, foreign}) {
            assertThatThrownBy(() -> {
                        // TLS 1.3 tells a client of the refusal only when it reads
                        assertThat(send(shown, SecureLab.SENDER)).isEmpty();
                        throw new IOException("closed");
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(fixture.reports(id)).isEmpty();
    }

    @Test
    void plainMllpOnTheTlsPortAndAConnectionThatAsksForCertificatesWithoutThemAreNothing() throws Exception {
        try (MllpPeer peer = new MllpPeer(securePort)) {
            peer.sendRaw(MllpPeer.framed(
                    IntakeFixture.oru(SecureLab.SENDER, id, "MARLOWE").getBytes(StandardCharsets.UTF_8)));
            assertThat(peer.read()).doesNotContain("MSA|");
        } catch (IOException reset) {
            assertThat(reset).isNotNull();
        }
        assertThat(fixture.reports(id)).isEmpty();
    }

    @Test
    void hapisClientSendsOverTlsAndReadsTheAcknowledgement() throws Exception {
        try (HapiContext hapi = new DefaultHapiContext()) {
            hapi.setModelClassFactory(new GenericModelClassFactory());
            hapi.setValidationContext(ValidationContextFactory.noValidation());
            hapi.setSocketFactory(new StandardSocketFactory() {
                @Override
                public Socket createTlsSocket() throws IOException {
                    return TlsPeer.context(TestHub.certificates().authority(), SecureLab.lab())
                            .getSocketFactory()
                            .createSocket();
                }
            });
            Connection connection = hapi.newClient("127.0.0.1", securePort, true);
            connection.getInitiator().setTimeout(20, java.util.concurrent.TimeUnit.SECONDS);
            for (int i = 0; i < 3; i++) {
                Message message =
                        hapi.getPipeParser().parse(IntakeFixture.oru(SecureLab.SENDER, id + "-" + i, "MARLOWE"));
                assertThat(connection.getInitiator().sendAndReceive(message).encode())
                        .contains("MSA|AA|" + id + "-" + i);
            }
            connection.close();
        }
    }

    @Test
    void opensslComesInWithItsCertificateByModernTlsOnly() throws Exception {
        assumeThat(new ProcessBuilder("sh", "-c", "command -v openssl").start().waitFor())
                .as("openssl is not installed; nothing was tried with it")
                .isZero();
        assertThat(openssl("-tls1_3")).contains("MSA|AA|" + id);
        assertThat(openssl("-tls1_2")).contains("MSA|AA|" + id);
        assertThat(openssl("-tls1_1", "-cipher", "ALL:@SECLEVEL=0")).doesNotContain("MSA|");
        assertThat(openssl("-tls1_2", "-cipher", "AES128-SHA:AES256-SHA256")).doesNotContain("MSA|");
    }

    private String openssl(String... options) throws Exception {
        java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of(
                "openssl", "s_client", "-quiet", "-verify_return_error", "-connect", "127.0.0.1:" + securePort));
        command.addAll(
                java.util.List.of("-CAfile", TestHub.certificates().authority().toString()));
        command.addAll(java.util.List.of("-cert", SecureLab.lab().certificate().toString()));
        command.addAll(java.util.List.of("-key", SecureLab.lab().key().toString()));
        command.addAll(java.util.List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(MllpPeer.framed(
                    IntakeFixture.oru(SecureLab.SENDER, id, "MARLOWE").getBytes(StandardCharsets.UTF_8)));
            out.flush();
            StringBuilder answer = new StringBuilder();
            for (int b = process.getInputStream().read();
                    b >= 0 && b != 0x1c;
                    b = process.getInputStream().read()) {
                answer.append((char) b);
            }
            return answer.toString();
        } catch (IOException refused) {
            return "";
        } finally {
            process.destroy();
        }
    }

    @Test
    void aNewCertificateCountsWithoutARestartAndEndsWhatStoodOnTheOldOne() throws Exception {
        Path key = serverCertificate.resolveSibling("server.key");
        SSLSocket before = TlsPeer.connect(securePort, SecureLab.lab());
        Certificates.Identity next = TestHub.certificates().server("next-server", "localhost");
        try {
            replace(next.key(), key);
            replace(next.certificate(), serverCertificate);
            Instant until = Instant.now().plus(Duration.ofSeconds(40));
            while (!shown().contains("next-server")) {
                assertThat(Instant.now()).as("still the old certificate").isBefore(until);
                Thread.sleep(200);
            }
            assertThat(before.getInputStream().read())
                    .as("the old connection ended")
                    .isEqualTo(-1);
        } finally {
            replace(TestHub.certificates().server().key(), key);
            replace(TestHub.certificates().server().certificate(), serverCertificate);
            before.close();
        }
    }

    @Test
    void aBrokenCertificateIsToldAndTheListenerGoesOnWithTheLastGoodOne() throws Exception {
        String good = shown();
        try {
            Files.writeString(serverCertificate, "-----BEGIN CERTIFICATE-----\nnot one\n");
            eventuallyTold("last good ones");
            assertThat(shown()).isEqualTo(good);
            // a good certificate that is not the key's
            replace(TestHub.certificates().server("another-server", "localhost").certificate(), serverCertificate);
            eventuallyTold("the private key is not the certificate's");
            assertThat(shown()).isEqualTo(good);
        } finally {
            replace(TestHub.certificates().server().certificate(), serverCertificate);
        }
        eventuallyTold("");
    }

    private void eventuallyTold(String words) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(20));
        while (words.isEmpty()
                ? !troubles.of("listener-key", "mllps").isEmpty()
                : !troubles.of("listener-key", "mllps").contains(words)) {
            assertThat(Instant.now()).as("not told: " + words).isBefore(until);
            Thread.sleep(100);
        }
    }

    private static void replace(Path by, Path file) throws IOException {
        Path aside = Files.copy(by, file.resolveSibling("aside"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String shown() throws IOException {
        try (SSLSocket socket = TlsPeer.connect(securePort, SecureLab.lab())) {
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }
}
