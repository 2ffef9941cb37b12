package org.caseward.testing;

import java.io.IOException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.caseward.setup.Certificates;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** The client's side of TLS, with a certificate of its own. */
public final class TlsPeer {
    private TlsPeer() {}

    /** @param identity null for a client that shows no certificate */
    public static SSLContext context(Path authority, Certificates.@Nullable Identity identity) {
        PemSslStoreDetails own = identity == null
                ? null
                : PemSslStoreDetails.forCertificate(identity.certificate().toString())
                        .withPrivateKey(identity.key().toString());
        PemSslStoreDetails trust = PemSslStoreDetails.forCertificate(authority.toString());
        return SslBundle.of(new PemSslStoreBundle(own, trust)).createSslContext();
    }

    /** A connection to the hub whose handshake is done. */
    public static SSLSocket connect(int port, Certificates.@Nullable Identity identity) throws IOException {
        SSLSocket socket = (SSLSocket) context(TestHub.certificates().authority(), identity)
                .getSocketFactory()
                .createSocket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        socket.startHandshake();
        return socket;
    }
}
