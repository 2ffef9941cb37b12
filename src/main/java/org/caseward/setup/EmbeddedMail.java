package org.caseward.setup;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.UUID;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** A mail server on loopback, SMTPS and IMAPS, for the demo and the tests: its mailboxes are in memory and end with it. */
public final class EmbeddedMail implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final GreenMail mail;

    private EmbeddedMail(GreenMail mail) {
        this.mail = mail;
    }

    /** @param smtps a port; 0 for any */
    public static EmbeddedMail start(int smtps, int imaps, Certificates certificates) throws IOException {
        String password = UUID.randomUUID().toString();
        Path keys = Files.createTempFile("mail", ".p12");
        try {
            write(keys, password.toCharArray(), certificates);
            // GreenMail reads its identity from system properties when it starts, and nowhere else
            System.setProperty("greenmail.tls.keystore.file", keys.toString());
            System.setProperty("greenmail.tls.keystore.password", password);
            GreenMail mail = new GreenMail(new ServerSetup[] {
                new ServerSetup(smtps, HOST, ServerSetup.PROTOCOL_SMTPS),
                new ServerSetup(imaps, HOST, ServerSetup.PROTOCOL_IMAPS)
            });
            mail.start();
            return new EmbeddedMail(mail);
        } catch (GeneralSecurityException e) {
            throw new IOException("The mail server's identity could not be made", e);
        } finally {
            System.clearProperty("greenmail.tls.keystore.file");
            System.clearProperty("greenmail.tls.keystore.password");
            Files.deleteIfExists(keys);
        }
    }

    private static void write(Path file, char[] password, Certificates certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (Reader key = Files.newBufferedReader(certificates.server().key());
                PEMParser pem = new PEMParser(key);
                InputStream own = Files.newInputStream(certificates.server().certificate());
                InputStream authority = Files.newInputStream(certificates.authority());
                OutputStream out = Files.newOutputStream(file)) {
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            PrivateKey secret = new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) pem.readObject());
            store.setKeyEntry("server", secret, password, new Certificate[] {
                x509.generateCertificate(own), x509.generateCertificate(authority)
            });
            store.store(out, password);
        }
    }

    public void mailbox(String address, String password) {
        mail.setUser(address, address, password);
    }

    /**
     * A folder as the server itself sees it, made where it is not there; for whoever measures.
     *
     * @param address of a mailbox that was made
     */
    public MailFolder folder(String address, String name) throws IOException {
        GreenMailUser owner = mail.getUserManager().getUserByEmail(address);
        ImapHostManager folders = mail.getManagers().getImapHostManager();
        MailFolder found = folders.getFolder(owner, name);
        try {
            return found == null ? folders.createMailbox(owner, name) : found;
        } catch (AuthorizationException | FolderException e) {
            throw new IOException("The mail server has no folder " + name, e);
        }
    }

    public int smtps() {
        return mail.getSmtps().getPort();
    }

    public int imaps() {
        return mail.getImaps().getPort();
    }

    @Override
    public void close() {
        mail.stop();
    }
}
