package org.caseward.demo.senders;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.caseward.demo.samples.Delivery;

/** Mails messages over SMTPS, their bytes as they are. */
public final class Postbox {
    /** @param address the mailbox that is written to */
    public record Server(String host, int port, String user, String password, String address, Path authority) {
        @Override
        public String toString() {
            return "Server[" + host + ":" + port + "]";
        }
    }

    private final Server server;

    public Postbox(Server server) {
        this.server = server;
    }

    /** @return {@code 250} once the mail server has it; what the hub makes of it is seen in its mailbox and its pages */
    public Answer send(Delivery.Mail mail) throws IOException {
        Session session = session(mail.from());
        try (Transport transport = session.getTransport("smtps")) {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(
                    new AsItIs(session, mail.bytes()), new Address[] {new InternetAddress(server.address())});
            return new Answer("250", "mailed");
        } catch (MessagingException e) {
            throw new IOException("The mail server did not take the message: " + e.getMessage(), e);
        }
    }

    private Session session(String from) throws IOException {
        Properties properties = new Properties();
        properties.put("mail.smtps.ssl.socketFactory", trusting());
        properties.put("mail.smtps.ssl.checkserveridentity", "true");
        properties.put("mail.smtps.auth", "true");
        properties.put("mail.smtps.from", from);
        properties.put("mail.smtps.connectiontimeout", "10000");
        properties.put("mail.smtps.timeout", "30000");
        return Session.getInstance(properties);
    }

    private SSLSocketFactory trusting() throws IOException {
        try (InputStream in = Files.newInputStream(server.authority())) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate in " + server.authority() + " can't be trusted", e);
        }
    }

    /** A message that nobody rewrites. */
    private static final class AsItIs extends MimeMessage {
        private final byte[] bytes;

        AsItIs(Session session, byte[] bytes) {
            super(session);
            this.bytes = bytes;
            saved = true;
        }

        @Override
        public void writeTo(OutputStream out, String[] without) throws IOException {
            out.write(bytes);
        }
    }
}
