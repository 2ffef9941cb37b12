package org.caseward.setup;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs the certificates of one machine's demo and tests. */
final class LocalAuthority {
    private static final X500Principal NAME = new X500Principal("CN=Caseward local authority");
    private static final Duration VALID = Duration.ofDays(397);

    private final PrivateKey key;

    private LocalAuthority(PrivateKey key) {
        this.key = key;
    }

    static LocalAuthority make(Certificates.Identity files) throws IOException {
        try {
            KeyPair pair = pair();
            JcaX509v3CertificateBuilder root = builder(NAME, pair.getPublic());
            root.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            root.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            writeKey(files.key(), pair.getPrivate());
            write(
                    files.certificate(),
                    root.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
            return new LocalAuthority(pair.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("Could not make an authority", e);
        }
    }

    static LocalAuthority open(Path key) throws IOException {
        try (Reader text = Files.newBufferedReader(key);
                PEMParser pem = new PEMParser(text)) {
            return new LocalAuthority(new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) pem.readObject()));
        }
    }

    /** Writes a new key and its certificate, the certificate last: a key without one is from a start that was cut short. */
    void issue(Certificates.Identity files, String subject, GeneralNames names, KeyPurposeId purpose)
            throws IOException {
        try {
            KeyPair own = pair();
            JcaX509v3CertificateBuilder leaf = builder(new X500Principal("CN=" + subject), own.getPublic());
            leaf.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            leaf.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            leaf.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            leaf.addExtension(Extension.subjectAlternativeName, false, names);
            writeKey(files.key(), own.getPrivate());
            write(files.certificate(), leaf.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(
                    "Could not make the certificate " + files.certificate().getFileName(), e);
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(X500Principal subject, PublicKey key) {
        Instant from = Instant.now().minus(Duration.ofMinutes(5));
        return new JcaX509v3CertificateBuilder(
                NAME,
                new BigInteger(120, new SecureRandom()),
                Date.from(from),
                Date.from(from.plus(VALID)),
                subject,
                key);
    }

    private static void writeKey(Path file, PrivateKey key) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        write(file, new JcaPKCS8Generator(key, null));
    }

    private static void write(Path file, Object pem) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(pem);
        }
        Files.writeString(file, text.toString());
    }
}
