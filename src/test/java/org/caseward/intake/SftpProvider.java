package org.caseward.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.caseward.testing.SftpPeer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A provider with an account on our SFTP server: its own computer's folder, its key, and OpenSSH's client. */
final class SftpProvider {
    /** The same file again has the same time, as {@code put -p} sends it. */
    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-11-02T10:15:00Z"));

    final String user;
    final SftpPeer peer;
    private final Path home;

    SftpProvider(String user, Path home, int port, Path knownHosts) throws IOException, InterruptedException {
        this.user = user;
        this.home = Files.createDirectories(home.resolve(user));
        this.peer = new SftpPeer(this.home.resolve("ssh"), user, port, knownHosts);
    }

    /** The directory knows the provider and its key. */
    void register(JdbcClient jdbc, Connections connections) throws IOException {
        jdbc.sql("insert into provider (id, name) values (?, ?) on conflict do nothing")
                .params(user, user)
                .update();
        jdbc.sql(
                        "insert into connection (id, channel, address, programs) values ('sftp-drop', 'sftp', 'drop', '{pd-medical}') on conflict do nothing")
                .update();
        jdbc.sql("insert into sender (connection, key, provider) values ('sftp-drop', ?, ?) on conflict do nothing")
                .params(user, user)
                .update();
        jdbc.sql("""
                        insert into credential (connection, provider, kind, value, added_by) values ('sftp-drop', ?, 'ssh-key', ?, 'test')
                        on conflict do nothing""").params(user, peer.publicKey()).update();
        connections.refresh();
    }

    void withdraw(JdbcClient jdbc, Connections connections) {
        jdbc.sql("update credential set revoked_at = now() where provider = ? and connection = 'sftp-drop'")
                .param(user)
                .update();
        connections.refresh();
    }

    Path write(byte[] content) throws IOException {
        Path file = home.resolve("out-" + UUID.randomUUID());
        Files.write(file, content);
        Files.setLastModifiedTime(file, WRITTEN);
        return file;
    }
}
