package org.caseward.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * A certificate authority of our own with one server certificate for loopback, and clients' certificates where they are asked for: for the demo, the tests and small
 * installations on one machine.
 *
 * @param authority the PEM certificate that peers trust; its key lies beside it
 */
public record Certificates(Path authority, Identity server) {
    /** A PEM certificate and its PKCS#8 key. */
    public record Identity(Path certificate, Path key) {
        static Identity in(Path dir, String name) {
            return new Identity(
                    dir.resolve(name + ".pem").toAbsolutePath(),
                    dir.resolve(name + ".key").toAbsolutePath());
        }
    }

    /** Opens the folder's certificates; makes them where there are none. */
    public static Certificates open(Path dir) throws IOException {
        Identity authority = Identity.in(dir, "ca");
        Identity server = Identity.in(dir, "server");
        if (!Files.exists(server.certificate()) || !Files.exists(authority.key())) {
            Files.createDirectories(dir);
            make(authority, server);
        }
        return new Certificates(authority.certificate(), server);
    }

    private static void make(Identity authority, Identity server) throws IOException {
        Files.deleteIfExists(server.certificate());
        GeneralNames loopback = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        });
        LocalAuthority signs = LocalAuthority.make(authority);
        Files.writeString(
                server.certificate().resolveSibling("server.pemcfg"),
                "source.key=" + server.key() + "\nsource.cert=" + server.certificate() + "\n");
        signs.issue(server, "localhost", loopback, KeyPurposeId.id_kp_serverAuth);
    }

    /** The server's identity as Artemis reads PEM files: a properties file that names key and certificate. */
    public Path serverPemConfig() {
        return server.certificate().resolveSibling("server.pemcfg");
    }

    /**
     * A client's identity, signed by the authority; made at the first call, and anew where the authority is younger.
     *
     * @param name of its files and its subject
     * @param names subject alternative names: an e-mail address, a URI (with {@code :}), else a DNS name
     */
    public Identity client(String name, String... names) throws IOException {
        return issued(name, KeyPurposeId.id_kp_clientAuth, names);
    }

    /** As {@link #client}, for a server. */
    public Identity server(String name, String... names) throws IOException {
        return issued(name, KeyPurposeId.id_kp_serverAuth, names);
    }

    private Identity issued(String name, KeyPurposeId purpose, String... names) throws IOException {
        Identity identity =
                new Identity(authority.resolveSibling(name + ".pem"), authority.resolveSibling(name + ".key"));
        if (!Files.exists(identity.certificate())
                || Files.getLastModifiedTime(identity.certificate()).compareTo(Files.getLastModifiedTime(authority))
                        < 0) {
            GeneralName[] all =
                    Arrays.stream(names).map(Certificates::generalName).toArray(GeneralName[]::new);
            LocalAuthority.open(authority.resolveSibling("ca.key"))
                    .issue(identity, name, new GeneralNames(all), purpose);
        }
        return identity;
    }

    private static GeneralName generalName(String name) {
        int kind = name.contains("@")
                ? GeneralName.rfc822Name
                : name.contains(":") ? GeneralName.uniformResourceIdentifier : GeneralName.dNSName;
        return new GeneralName(kind, name);
    }
}
