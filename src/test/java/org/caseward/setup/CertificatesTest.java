package org.caseward.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    @TempDir
    Path dir;

    private static X509Certificate read(Path pem) throws Exception {
        try (InputStream in = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Test
    void theServersCertificateIsForLoopbackAndSignedByItsOwnAuthority() throws Exception {
        Certificates made = Certificates.open(dir);
        X509Certificate server = read(made.server().certificate());
        server.verify(read(made.authority()).getPublicKey());
        assertThat(server.getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .containsExactly("localhost", "127.0.0.1");
        assertThat(server.getBasicConstraints()).as("signs nothing").isEqualTo(-1);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(made.server().key())))
                .isEqualTo("rw-------");
    }

    @Test
    void theyAreMadeOnce() throws Exception {
        X509Certificate first = read(Certificates.open(dir).server().certificate());
        assertThat(read(Certificates.open(dir).server().certificate())).isEqualTo(first);
    }

    @Test
    void aFirstStartThatWasCutShortIsMadeGood() throws IOException {
        Files.delete(Certificates.open(dir).server().certificate());
        assertThat(Certificates.open(dir).server().certificate()).exists();
    }
}
