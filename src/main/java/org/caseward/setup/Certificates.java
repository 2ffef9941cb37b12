package org.caseward.setup;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority of our own with one server certificate for loopback: for the demo, the tests and small installations on one machine.
 *
 * @param authority the PEM certificate that peers trust
 */
public record Certificates(Path authority, Identity server) {
    /** A PEM certificate and its PKCS#8 key. */
    public record Identity(Path certificate, Path key) {}

    private static final Duration VALID = Duration.ofDays(397);

    /** Opens the folder's certificates; makes them where there are none. */
    public static Certificates open(Path dir) throws IOException {
        Path ca = dir.resolve("ca.pem").toAbsolutePath();
        Identity server = new Identity(
                dir.resolve("server.pem").toAbsolutePath(),
                dir.resolve("server.key").toAbsolutePath());
        if (!Files.exists(server.certificate())) {
            Files.createDirectories(dir);
            try {
                make(ca, server);
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw new IOException("Could not make the certificates in " + dir, e);
            }
        }
        return new Certificates(ca, server);
    }

    /** The server's identity as Artemis reads PEM files: a properties file that names key and certificate. */
    public Path serverPemConfig() {
        return server.certificate().resolveSibling("server.pemcfg");
    }

    private static void make(Path ca, Identity server)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Principal issuer = new X500Principal("CN=Caseward local authority");
        KeyPair authority = pair();
        JcaX509v3CertificateBuilder root = builder(issuer, issuer, authority);
        root.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        root.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        write(ca, root.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));

        KeyPair own = pair();
        JcaX509v3CertificateBuilder leaf = builder(issuer, new X500Principal("CN=localhost"), own);
        leaf.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        leaf.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        }));
        X509CertificateHolder signed =
                leaf.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()));
        // the certificate is written last: a key without one is from a start that was cut short
        Files.deleteIfExists(server.key());
        Files.createFile(
                server.key(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        write(server.key(), new JcaPKCS8Generator(own.getPrivate(), null));
        Files.writeString(
                server.certificate().resolveSibling("server.pemcfg"),
                "source.key=" + server.key() + "\nsource.cert=" + server.certificate() + "\n");
        write(server.certificate(), signed);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(X500Principal issuer, X500Principal subject, KeyPair pair) {
        Instant from = Instant.now().minus(Duration.ofMinutes(5));
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()),
                Date.from(from),
                Date.from(from.plus(VALID)),
                subject,
                pair.getPublic());
    }

    private static void write(Path file, Object pem) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(pem);
        }
        Files.writeString(file, text.toString());
    }
}
