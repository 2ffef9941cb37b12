package org.caseward.intake.mail;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.stereotype.Component;

/** Sessions with mail servers: TLS from the first byte, 1.2 or newer, the server's name checked against its certificate, and an end to every wait. */
@Component
class MailServers {
    private final MailSettings settings;
    private final SSLSocketFactory sockets;

    MailServers(MailSettings settings) {
        this.settings = settings;
        Path trust = settings.trust();
        this.sockets = trust == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : trusting(trust);
    }

    private static SSLSocketFactory trusting(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + ++number, each);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificates in " + pem + " (caseward.email.trust) can't be read", e);
        }
    }

    Session session(String protocol) {
        String patience = String.valueOf(settings.patience().toMillis());
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.put(prefix + "ssl.enable", "true");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(prefix + "ssl.socketFactory", sockets);
        properties.put(prefix + "connectiontimeout", patience);
        properties.put(prefix + "timeout", patience);
        properties.put(prefix + "writetimeout", patience);
        properties.put(prefix + "auth", "true");
        // a message stays unseen until it is moved
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "fetchsize", "262144");
        return Session.getInstance(properties);
    }
}
