package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.caseward.testing.SshdPeer;
import org.caseward.testing.TestHub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** How files are fetched from OpenSSH's server by the settings of a connection. */
class SftpFetchTest extends ReceivingHub {
    @TempDir
    static Path home;

    private static int sshPort;
    private static SshdPeer sshd;

    @Autowired
    TroublesHeard troubles;

    private final String id = "G" + UUID.randomUUID();
    private final byte[] note = ("Note " + id).getBytes(StandardCharsets.US_ASCII);
    private FetchedServer server;
    private Map<String, String> settings;

    private interface Check {
        boolean holds() throws Exception;
    }

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(SshdPeer.installed(), "OpenSSH's sshd is not installed: fetching by SFTP is NOT tested");
        sshPort = TestHub.freePort();
        sshd = SshdPeer.start(home, sshPort);
    }

    @AfterAll
    static void stop() throws Exception {
        if (sshd != null) {
            sshd.close();
        }
    }

    @BeforeEach
    void set() throws Exception {
        server = new FetchedServer("fetch-" + id, home.resolve(id), sshd);
        settings = server.settings();
    }

    @AfterEach
    void rest() {
        server.close(jdbc, connections);
    }

    private static void eventually(Check check) throws Exception {
        Instant until = Instant.now().plus(Duration.ofSeconds(10));
        while (!check.holds()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            Thread.sleep(100);
        }
    }

    private void looks() throws Exception {
        settings.put("everySeconds", "1");
        server.register(jdbc, connections, settings);
    }

    @Test
    void aFileThatGrowsIsTakenOnceItRests() throws Exception {
        settings.put("ready", "stable");
        Path file = server.folder.resolve(id);
        Files.write(file, new byte[] {0});
        looks();
        for (int i = 1; i < 30; i++) {
            Thread.sleep(100);
            Files.write(file, new byte[i + 1]);
        }
        eventually(() -> Files.exists(server.folder.resolve("done").resolve(id)));
        assertThat(fixture.reports(id))
                .singleElement()
                .satisfies(report -> assertThat(report).containsEntry("sha256", Hash.of(new byte[30])));
    }

    @Test
    void aMarkerIsLeftWhereItIsWantedAndOnlyWhatThePatternNamesIsTaken() throws Exception {
        settings.putAll(Map.of("after", "marker", "pattern", "*.txt"));
        server.lay(id + ".txt", note);
        server.lay(id + ".csv", note);
        looks();
        eventually(() -> Files.exists(server.folder.resolve(id + ".txt.done")));
        Thread.sleep(1_500);
        assertThat(server.folder.resolve(id + ".txt")).exists();
        assertThat(fixture.reports(id + ".txt"))
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .containsEntry("provider", "city-hospital")
                        .containsEntry("connection", server.id));
        assertThat(fixture.reports(id + ".csv")).isEmpty();
    }

    @Test
    void whereNothingMayBeChangedTheFileIsRememberedHere() throws Exception {
        settings.put("after", "remember");
        server.lay(id, note);
        looks();
        eventually(() -> jdbc.sql("select count(*) from sftp_fetched where connection = ?")
                        .param(server.id)
                        .query(Integer.class)
                        .single()
                == 1);
        assertThat(server.folder.resolve(id)).exists();
        assertThat(fixture.reports(id)).hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsToldOfAndHealsByItself() throws Exception {
        settings.put("port", Integer.toString(TestHub.freePort()));
        looks();
        eventually(() -> !troubles.of("sftp-unreachable", server.id).isEmpty());
        server.lay(id, note);
        settings.put("port", Integer.toString(sshPort));
        looks();
        eventually(() -> fixture.reports(id).size() == 1
                && troubles.of("sftp-unreachable", server.id).isEmpty());
    }

    @Test
    void aConnectionWhoseHostKeyChangedRestsUntilSomebodySetsTheNewOne() throws Exception {
        settings.put("hostKey", sshd.otherKey());
        server.lay(id, note);
        looks();
        eventually(() -> !troubles.of("sftp-host-key", server.id).isEmpty());
        assertThat(fixture.reports(id)).isEmpty();
        settings.put("hostKey", sshd.hostKey());
        looks();
        eventually(() -> fixture.reports(id).size() == 1
                && troubles.of("sftp-host-key", server.id).isEmpty());
    }

    @Test
    void settingsThatMakeNoSenseAreToldOf() throws Exception {
        settings.remove("hostKey");
        looks();
        eventually(() -> troubles.of("sftp-settings", server.id).contains("hostKey is missing"));
    }
}
