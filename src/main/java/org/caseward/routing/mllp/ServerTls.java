package org.caseward.routing.mllp;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * The server's side of TLS with a certificate asked of every client. Key, certificate and trusted authorities are one of Spring Boot's SSL bundles; where their files change,
 * the bundle changes, and connections made from then on use it.
 */
final class ServerTls {
    private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /** Authenticated encryption with ephemeral keys only (RFC 9325, 4.2). */
    private static final String[] CIPHERS = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
    };

    private static final String[] GROUPS = {"x25519", "secp256r1", "secp384r1"};

    private volatile SSLContext context;
    private volatile int version;

    /** @throws org.springframework.boot.ssl.NoSuchSslBundleException where no bundle has that name */
    ServerTls(SslBundles bundles, String name) {
        context = context(bundles.getBundle(name));
        bundles.addBundleUpdateHandler(name, this::changed);
    }

    private synchronized void changed(SslBundle bundle) {
        try {
            context = context(bundle);
            version++;
        } catch (IllegalStateException half) {
            // one of two files was replaced, or both are broken: the last good ones go on, and ListenerKeys tells of it
            // where it lasts
            LOG.warn("A listener's changed key or certificate can't be used yet: {}", half.getMessage());
        }
    }

    /** @throws IllegalStateException where key and certificate can't be read, or do not belong together */
    static SSLContext context(SslBundle bundle) {
        try {
            KeyPairs.check(bundle.getManagers().getKeyManagers());
            return bundle.createSslContext();
        } catch (IllegalStateException told) {
            throw told;
        } catch (RuntimeException unreadable) {
            throw new IllegalStateException("one of the files can't be read as what it should be", unreadable);
        }
    }

    /** Grows with each change: who was let in by what counts no more must come in anew. */
    int version() {
        return version;
    }

    /** The handshake is still to come. */
    SSLSocket over(Socket client) throws IOException {
        SSLSocket secure = (SSLSocket) context.getSocketFactory()
                .createSocket(client, client.getInetAddress().getHostAddress(), client.getPort(), true);
        secure.setUseClientMode(false);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setCipherSuites(CIPHERS);
        parameters.setUseCipherSuitesOrder(true);
        parameters.setNamedGroups(GROUPS);
        parameters.setNeedClientAuth(true);
        secure.setSSLParameters(parameters);
        return secure;
    }
}
