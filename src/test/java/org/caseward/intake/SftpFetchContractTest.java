package org.caseward.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.caseward.intake.Answer.Accepted;
import org.caseward.intake.Answer.Refused;
import org.caseward.intake.Answer.SendAgain;
import org.caseward.testing.SshdPeer;
import org.caseward.testing.TestHub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that we fetch from OpenSSH's server: accepted is what was moved to {@code done/}; what stays will be looked at again. */
class SftpFetchContractTest extends IntakeContract {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    static Path home;

    private static SshdPeer sshd;

    @Autowired
    TroublesHeard troubles;

    private FetchedServer server;
    private FetchedServer imposter;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(SshdPeer.installed(), "OpenSSH's sshd is not installed: fetching by SFTP is NOT tested");
        sshd = SshdPeer.start(home, TestHub.freePort());
    }

    @AfterAll
    static void stop() throws Exception {
        if (sshd != null) {
            sshd.close();
        }
    }

    @BeforeEach
    void register() throws Exception {
        server = new FetchedServer("fetch-" + id, home.resolve(id), sshd);
        server.register(jdbc, connections, server.settings());
        imposter = new FetchedServer("imposter-" + id, home.resolve(id + "-imposter"), sshd);
    }

    @AfterEach
    void rest() {
        server.close(jdbc, connections);
        imposter.close(jdbc, connections);
    }

    @Override
    Answer send(String key, String text) throws Exception {
        return sendBytes(key, IntakeFixture.oru("LABSYS|CITYHOSP", key, text).getBytes(StandardCharsets.UTF_8));
    }

    /** The stranger is a server that shows another host key than the pinned one. */
    @Override
    Answer sendAsStranger(String key, String text) throws Exception {
        imposter.lay(key, text.getBytes(StandardCharsets.UTF_8));
        Map<String, String> settings = imposter.settings();
        settings.put("hostKey", sshd.otherKey());
        imposter.register(jdbc, connections, settings);
        Instant until = Instant.now().plus(PATIENCE);
        while (troubles.of("sftp-host-key", imposter.id).isEmpty()
                && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        return Files.exists(imposter.folder.resolve(key))
                ? new Refused(troubles.of("sftp-host-key", imposter.id))
                : new SendAgain();
    }

    @Override
    Answer sendBytes(String key, byte[] bytes) throws Exception {
        return answer(server.lay(key, bytes), bytes);
    }

    @Override
    Answer sendSlowly(String key, String text) throws Exception {
        byte[] whole = IntakeFixture.oru("LABSYS|CITYHOSP", key, text).getBytes(StandardCharsets.UTF_8);
        Path part = server.folder.resolve(key + ".part");
        Files.write(part, Arrays.copyOf(whole, whole.length / 2));
        Thread.sleep(2_000);
        Files.write(part, whole);
        return answer(Files.move(part, server.folder.resolve(key), StandardCopyOption.ATOMIC_MOVE), whole);
    }

    private Answer answer(Path file, byte[] bytes) throws Exception {
        Instant until = Instant.now().plus(PATIENCE);
        while (Files.exists(file) && Instant.now().isBefore(until)) {
            Thread.sleep(50);
        }
        if (Files.exists(file)) {
            return new SendAgain();
        }
        return jdbc.sql("select receipt_number from report where control_id = ? and sha256 = ?")
                .params(file.getFileName().toString(), Hash.of(bytes))
                .query(String.class)
                .optional()
                .<Answer>map(Accepted::new)
                .orElseGet(SendAgain::new);
    }

    @Override
    String route() {
        return "intake-sftp-fetch";
    }

    @Override
    byte[] tooMuch() {
        return new byte[3_000_000];
    }

    @Override
    byte[] truncated() {
        return "MSH|^~\\&|LABSYS|CITYH".getBytes(StandardCharsets.US_ASCII);
    }
}
