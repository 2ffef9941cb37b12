package org.caseward.demo.senders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;
import org.caseward.demo.samples.Delivery;
import tools.jackson.databind.json.JsonMapper;

/** Drops files on the agency's SFTP server, under a temporary name first, and looks for the answer beside. */
public final class SftpDropBox {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int TRIES = 150;
    private static final int LOOK_EVERY_MILLIS = 200;
    private static final int CHUNK = 32 * 1024;
    /** The same file again has the same time. */
    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-11-21T14:00:00Z"));

    private final String host;
    private final int port;
    private final String user;
    private final Path key;
    private final Path hostKey;

    /**
     * @param key the private key in OpenSSH's format
     * @param hostKey a file whose first line is the server's public key
     */
    public SftpDropBox(String host, int port, String user, Path key, Path hostKey) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.key = key;
        this.hostKey = hostKey;
    }

    /** @return {@code done} with the receipt number, {@code refused} with the reason, {@code 503} where the file still waits */
    Answer send(Delivery.Sftp file) throws IOException, InterruptedException {
        try (SshClient client = client()) {
            client.start();
            try (ClientSession session =
                    client.connect(user, host, port).verify(PATIENCE).getSession()) {
                session.addPublicKeyIdentity(pair());
                session.auth().verify(PATIENCE);
                try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                    drop(sftp, file);
                    return answer(sftp, file.name());
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("The demo's SSH keys can't be read", e);
        }
    }

    private SshClient client() throws IOException, GeneralSecurityException {
        PublicKey known = PublicKeyEntry.parsePublicKeyEntry(
                        Files.readAllLines(hostKey).getFirst())
                .resolvePublicKey(null, null, null);
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((session, address, shown) -> KeyUtils.compareKeys(known, shown));
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        return client;
    }

    private KeyPair pair() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(key)) {
            return SecurityUtils.loadKeyPairIdentities(
                            null, NamedResource.ofName("key"), in, FilePasswordProvider.EMPTY)
                    .iterator()
                    .next();
        }
    }

    private static void drop(SftpClient sftp, Delivery.Sftp file) throws IOException {
        String aside = file.name() + ".part";
        try (SftpClient.CloseableHandle handle = sftp.open(aside, OpenMode.Write, OpenMode.Create, OpenMode.Truncate)) {
            for (int at = 0; at < file.bytes().length; at += CHUNK) {
                sftp.write(handle, at, file.bytes(), at, Math.min(CHUNK, file.bytes().length - at));
            }
        }
        sftp.setStat(aside, new SftpClient.Attributes().modifyTime(WRITTEN));
        sftp.rename(aside, file.name());
    }

    private static Answer answer(SftpClient sftp, String name) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Optional<byte[]> receipt = read(sftp, "accepted/" + name + ".receipt.json");
            if (receipt.isPresent()) {
                return new Answer("done", word(receipt.get(), "receipt"));
            }
            Optional<byte[]> reason = read(sftp, "refused/" + name + ".reason.json");
            if (reason.isPresent()) {
                return new Answer("refused", word(reason.get(), "reason"));
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return new Answer("waits", "the file lies there and was not taken yet");
    }

    private static Optional<byte[]> read(SftpClient sftp, String path) throws IOException {
        try (InputStream in = sftp.read(path)) {
            return Optional.of(in.readAllBytes());
        } catch (SftpException none) {
            return Optional.empty();
        }
    }

    private static String word(byte[] json, String name) {
        return JsonMapper.shared().readTree(json).path(name).asString("");
    }
}
