package org.caseward.intake.sftp.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.caseward.intake.sftp.SshStrength;
import org.jspecify.annotations.Nullable;

/** The folder at the other side, while a session is open. The machine's own SSH settings, keys and agents play no part. */
final class RemoteFolder implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_ENTRIES = 10_000;

    private final SshClient client;
    private final ClientSession session;
    private final SftpClient sftp;
    private final String path;

    private RemoteFolder(SshClient client, ClientSession session, SftpClient sftp, String path) {
        this.client = client;
        this.session = session;
        this.sftp = sftp;
        this.path = path;
    }

    /**
     * @param key our private key in OpenSSH's or PEM format, without a passphrase
     * @throws HostKeyChangedException where the server is not the one we know
     * @throws IOException where it does not answer, or does not let us in
     */
    static RemoteFolder open(FetchSettings settings, byte[] key) throws IOException {
        AtomicReference<@Nullable String> shown = new AtomicReference<>();
        SshClient client = client(settings, shown);
        try {
            client.start();
            ClientSession session = client.connect(settings.user(), settings.host(), settings.port())
                    .verify(PATIENCE)
                    .getSession();
            session.addPublicKeyIdentity(pair(key));
            session.auth().verify(PATIENCE);
            SftpClient sftp = SftpClientFactory.instance().createSftpClient(session, SftpConstants.SFTP_V3);
            return new RemoteFolder(client, session, sftp, settings.path());
        } catch (IOException | RuntimeException e) {
            client.stop();
            String stranger = shown.get();
            if (stranger != null) {
                throw new HostKeyChangedException(stranger, e);
            }
            throw e;
        }
    }

    private static SshClient client(FetchSettings settings, AtomicReference<@Nullable String> shown) {
        SshClient client = SshClient.setUpDefaultClient();
        SshStrength.set(client);
        client.setUserAuthFactories(List.of(new UserAuthPublicKeyFactory(List.copyOf(client.getSignatureFactories()))));
        Set<String> wanted = settings.hostKey().signatures();
        if (!wanted.isEmpty()) {
            client.setSignatureFactories(client.getSignatureFactories().stream()
                    .filter(factory -> wanted.contains(factory.getName()))
                    .toList());
        }
        client.setServerKeyVerifier((session, address, serverKey) -> {
            boolean known = settings.hostKey().matches(serverKey);
            if (!known) {
                shown.set(KeyUtils.getFingerPrint(BuiltinDigests.sha256, serverKey));
            }
            return known;
        });
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setAgentFactory(null);
        CoreModuleProperties.CLIENT_IDENTIFICATION.set(client, "CASEWARD");
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, PATIENCE);
        return client;
    }

    private static KeyPair pair(byte[] key) throws IOException {
        try {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName("secret"), new ByteArrayInputStream(key), FilePasswordProvider.EMPTY);
            for (KeyPair pair : pairs == null ? List.<KeyPair>of() : pairs) {
                return pair;
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("The private key can't be read", e);
        }
        throw new IOException("The private key can't be read");
    }

    /** Ends the session from another thread, however long the other side dawdles. */
    void cut() {
        session.close(true);
    }

    /** The plain files; names that are no names are left alone. */
    List<RemoteFile> files() throws IOException {
        List<RemoteFile> found = new ArrayList<>();
        int seen = 0;
        for (DirEntry entry : sftp.readDir(path)) {
            if (++seen > MOST_ENTRIES) {
                break;
            }
            if (entry.getAttributes().isRegularFile() && isName(entry.getFilename())) {
                found.add(file(entry.getFilename(), entry.getAttributes()));
            }
        }
        return found;
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.indexOf('/') < 0 && name.chars().noneMatch(Character::isISOControl);
    }

    private static RemoteFile file(String name, Attributes attributes) {
        return new RemoteFile(
                name, attributes.getSize(), attributes.getModifyTime().toInstant());
    }

    RemoteFile lookAgain(RemoteFile file) throws IOException {
        return file(file.name(), sftp.lstat(at(file.name())));
    }

    /** At most {@code limit} bytes and one more. */
    byte[] read(RemoteFile file, int limit) throws IOException {
        try (InputStream in = sftp.read(at(file.name()))) {
            return in.readNBytes(limit + 1);
        }
    }

    /** Moves a file that has its receipt; an earlier one of that name stays, and this one gets the receipt's number behind its own. */
    void move(RemoteFile file, String folder, String receipt) throws IOException {
        if (!exists(at(folder))) {
            sftp.mkdir(at(folder));
        }
        String there = at(folder) + "/" + file.name();
        sftp.rename(at(file.name()), exists(there) ? there + "." + receipt : there);
    }

    void mark(RemoteFile file) throws IOException {
        sftp.open(at(file.name() + ".done"), OpenMode.Write, OpenMode.Create, OpenMode.Truncate)
                .close();
    }

    private boolean exists(String there) throws IOException {
        try {
            sftp.lstat(there);
            return true;
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    private String at(String name) {
        return path.endsWith("/") ? path + name : path + "/" + name;
    }

    @Override
    public void close() {
        session.close(true);
        client.stop();
    }
}
