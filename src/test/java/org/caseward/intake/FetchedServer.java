package org.caseward.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.caseward.report.Channel;
import org.caseward.testing.SshdPeer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A folder on a provider's own server, and the connection by which the hub fetches from it. */
final class FetchedServer {
    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-11-02T10:15:00Z"));

    final String id;
    final Path folder;
    private final SshdPeer server;

    FetchedServer(String id, Path folder, SshdPeer server) throws IOException {
        this.id = id;
        this.folder = Files.createDirectories(folder);
        this.server = server;
    }

    Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.port()),
                "user", server.user(),
                "path", folder.toString(),
                "hostKey", server.hostKey(),
                "everySeconds", "1"));
        settings.put("ready", "renamed");
        return settings;
    }

    void register(JdbcClient jdbc, Connections connections, Map<String, String> settings) throws IOException {
        jdbc.sql("""
                        insert into connection (id, channel, address, programs, settings) values (?, 'sftp', ?, '{pd-medical}', ?::jsonb)
                        on conflict (id) do update set settings = excluded.settings, enabled = true""")
                .params(id, "fetch:" + id, JsonMapper.shared().writeValueAsString(settings))
                .update();
        jdbc.sql("insert into sender (connection, key, provider) values (?, ?, 'city-hospital') on conflict do nothing")
                .params(id, server.user() + "@127.0.0.1")
                .update();
        connections.refresh();
        connections.keepSecret(connections.find(Channel.SFTP, "fetch:" + id).orElseThrow(), server.clientKey());
    }

    void close(JdbcClient jdbc, Connections connections) {
        jdbc.sql("update connection set enabled = false where id = ?").param(id).update();
        connections.refresh();
    }

    /** Lays a file as a careful sender does: whole at once. */
    Path lay(String name, byte[] content) throws IOException {
        Path part = folder.resolve(name + ".tmp");
        Files.write(part, content);
        Files.setLastModifiedTime(part, WRITTEN);
        return Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
