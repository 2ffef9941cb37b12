package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.caseward.intake.Answer.Accepted;
import org.caseward.intake.Answer.Refused;
import org.caseward.intake.Answer.SendAgain;
import org.caseward.testing.SftpPeer;
import org.caseward.testing.SftpPeer.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;

/** Files dropped on our SFTP server by OpenSSH's client: accepted is what lies in {@code accepted/} with its receipt. */
class SftpDropContractTest extends IntakeContract {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @TempDir
    Path home;

    @Value("${caseward.sftp.port}")
    int sftpPort;

    @Value("${caseward.sftp.root}")
    Path root;

    @Value("${caseward.sftp.keys}")
    Path keys;

    private SftpProvider clinic;

    @BeforeEach
    void register() throws Exception {
        assumeTrue(SftpPeer.installed(), "OpenSSH's sftp is not installed: the SFTP server's contract is NOT tested");
        clinic = provider("clinic-" + id.substring(1, 9));
        clinic.register(jdbc, connections);
    }

    private SftpProvider provider(String user) throws Exception {
        return new SftpProvider(user, home, sftpPort, keys.resolve("known_hosts"));
    }

    @Override
    Answer send(String key, String text) throws Exception {
        return sendBytes(key, IntakeFixture.oru("LABSYS|CITYHOSP", key, text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    Answer sendAsStranger(String key, String text) throws Exception {
        SftpProvider stranger = provider("stranger");
        Said said = stranger.peer.batch("put " + stranger.write(text.getBytes(StandardCharsets.UTF_8)) + " " + key);
        return said.code() == 0 ? new SendAgain() : new Refused(said.words());
    }

    @Override
    Answer sendBytes(String key, byte[] bytes) throws Exception {
        return answer(key, clinic.peer.batch("put -p " + clinic.write(bytes) + " " + key));
    }

    @Override
    Answer sendSlowly(String key, String text) throws Exception {
        byte[] whole = IntakeFixture.oru("LABSYS|CITYHOSP", key, text).getBytes(StandardCharsets.UTF_8);
        Path part = clinic.write(java.util.Arrays.copyOf(whole, whole.length / 2));
        Path rest = clinic.write(whole);
        Said said = clinic.peer.batch(
                "put " + part + " " + key + ".part",
                "!sleep 2",
                "reput " + rest + " " + key + ".part",
                "rename " + key + ".part " + key);
        return answer(key, said);
    }

    private Answer answer(String key, Said said) throws Exception {
        Path tree = root.resolve("providers").resolve(clinic.user);
        if (said.code() != 0) {
            Path reason = tree.resolve("refused").resolve(key + ".reason.json");
            return Files.exists(reason)
                    ? new Refused(JsonMapper.shared()
                            .readTree(Files.readAllBytes(reason))
                            .path("reason")
                            .asString(""))
                    : new SendAgain();
        }
        Instant until = Instant.now().plus(PATIENCE);
        while (Files.exists(tree.resolve(key)) && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        if (Files.exists(tree.resolve(key))) {
            return new SendAgain();
        }
        Path receipt = tree.resolve("accepted").resolve(key + ".receipt.json");
        if (!Files.exists(receipt)) {
            return new Refused("refused/");
        }
        assertThat(tree.resolve("accepted").resolve(key)).exists();
        return new Accepted(JsonMapper.shared()
                .readTree(Files.readAllBytes(receipt))
                .path("receipt")
                .asString(""));
    }

    @Override
    String route() {
        return "intake-sftp";
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
