package org.caseward.bench.intake;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;

/** Files dropped on the hub's SFTP server, each sender in a session that stays open; the answer is the receipt beside the accepted file. */
record SftpSender(int port, String user, KeyPair key, SshClient client) implements IntakeSender, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ED25519_BITS = 256;
    private static final int LOOK_MILLIS = 5;

    static SftpSender make(int port, String user) throws IOException {
        try {
            SshClient client = SshClient.setUpDefaultClient();
            // on loopback, and both ends are this process
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            client.start();
            return new SftpSender(
                    port, user, KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, ED25519_BITS), client);
        } catch (GeneralSecurityException e) {
            throw new IOException("The sender's SSH key could not be made", e);
        }
    }

    String publicKey() {
        return PublicKeyEntry.toString(key.getPublic());
    }

    @Override
    public String channel() {
        return "sftp";
    }

    @Override
    public Line open(int number) throws IOException {
        ClientSession session =
                client.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession();
        session.addPublicKeyIdentity(key);
        session.auth().verify(PATIENCE);
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
        return new Line() {
            @Override
            public void send(String id) throws IOException, InterruptedException {
                String name = id + ".hl7";
                byte[] message = Messages.oru(id);
                try (SftpClient.CloseableHandle file =
                        sftp.open(name, OpenMode.Write, OpenMode.Create, OpenMode.Truncate)) {
                    sftp.write(file, 0, message, 0, message.length);
                }
                while (!answered(sftp, name)) {
                    Thread.sleep(LOOK_MILLIS);
                }
            }

            @Override
            public void close() throws IOException {
                session.close();
            }
        };
    }

    private static boolean answered(SftpClient sftp, String name) throws IOException {
        try {
            sftp.stat("accepted/" + name + ".receipt.json");
            return true;
        } catch (SftpException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
