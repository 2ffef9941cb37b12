package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.caseward.testing.SftpPeer;
import org.caseward.testing.SftpPeer.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;

/** What the SFTP server lets a provider do, and what not, as OpenSSH's programs try it. */
class SftpDropTest extends ReceivingHub {
    @TempDir
    Path home;

    @Value("${caseward.sftp.port}")
    int sftpPort;

    @Value("${caseward.sftp.root}")
    Path root;

    @Value("${caseward.sftp.keys}")
    Path keys;

    private final String id = "T" + UUID.randomUUID();
    private SftpProvider clinic;
    private Path tree;

    private interface Check {
        boolean holds() throws Exception;
    }

    @BeforeEach
    void register() throws Exception {
        assumeTrue(SftpPeer.installed(), "OpenSSH's sftp is not installed: the SFTP server is NOT tested");
        clinic = provider("clinic-" + id.substring(1, 9));
        tree = root.resolve("providers").resolve(clinic.user);
    }

    private SftpProvider provider(String user) throws Exception {
        SftpProvider made = new SftpProvider(user, home, sftpPort, keys.resolve("known_hosts"));
        made.register(jdbc, connections);
        return made;
    }

    private Path note() throws Exception {
        return clinic.write(("Note " + id).getBytes(StandardCharsets.US_ASCII));
    }

    private Said said(String... lines) throws Exception {
        return clinic.peer.batch(lines);
    }

    private void refused(String... lines) throws Exception {
        assertThat(said(lines).code()).as(String.join("; ", lines)).isNotZero();
    }

    private static void eventually(Check check) throws Exception {
        Instant until = Instant.now().plus(Duration.ofSeconds(10));
        while (!check.holds()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            Thread.sleep(100);
        }
    }

    @Test
    void whoUploadsFindsTheFileAfterwardsWhereItPutItAndItsReceiptBeside() throws Exception {
        // many clients look again after an upload, or set a time or rights, though the file was taken at once
        Said said = said(
                "put " + note() + " " + id + ".txt",
                "ls -l " + id + ".txt",
                "chmod 600 " + id + ".txt",
                "ls accepted",
                "get accepted/" + id + ".txt.receipt.json " + home.resolve("answer"));
        assertThat(said.code()).as(said.words()).isZero();
        assertThat(home.resolve("answer")).content().contains("\"receipt\"", "\"sha256\"", "\"reports\"", "receivedAt");
        assertThat(fixture.reports(id + ".txt"))
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .containsEntry("channel", "sftp")
                        .containsEntry("connection", "sftp-drop")
                        .containsEntry("provider", clinic.user)
                        .containsEntry("lane", "documents"));
    }

    @Test
    void aFileWithoutATimeOfItsSendersIsTheSameDeliveryWhenItComesAgain() throws Exception {
        Path note = note();
        assertThat(said("put " + note + " " + id, "put " + note + " " + id).code())
                .isZero();
        assertThat(fixture.reports(id)).hasSize(1);
    }

    @Test
    void anotherFileOfTheSameNameLeavesTheEarlierAnswerUnderItsNumber() throws Exception {
        said("put " + note() + " " + id, "put " + clinic.write(new byte[] {1, 2, 3}) + " " + id);
        List<String> numbers = fixture.reports(id).stream()
                .map(report -> String.valueOf(report.get("receipt_number")))
                .toList();
        assertThat(numbers).hasSize(2);
        Path accepted = tree.resolve("accepted");
        assertThat(accepted.resolve(id + ".receipt.json")).content().contains(numbers.get(1));
        assertThat(accepted.resolve(id + "." + numbers.get(0) + ".receipt.json"))
                .content()
                .contains(numbers.get(0));
    }

    @Test
    void eachMessageOfABatchHasAReceiptOfItsOwnAndTheBatchAgainDoublesNothing() throws Exception {
        String batch = "FHS|^~\\&|LABSYS|CITYHOSP\rBHS|^~\\&|LABSYS|CITYHOSP\r"
                + IntakeFixture.oru("LABSYS|CITYHOSP", id + "-1", "MARLOWE")
                + IntakeFixture.oru("LABSYS|CITYHOSP", id + "-2", "ARCHER") + "BTS|2\rFTS|1\r";
        Path file = clinic.write(batch.getBytes(StandardCharsets.UTF_8));
        said("put -p " + file + " " + id + ".hl7", "put -p " + file + " " + id + ".hl7");
        List<Map<String, Object>> reports = fixture.reports(id + ".hl7");
        assertThat(reports)
                .extracting(report -> report.get("receipt_number"))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(reports)
                .allSatisfy(report ->
                        assertThat(report).containsEntry("state", "received").containsEntry("lane", "structured"));
        assertThat(tree.resolve("accepted").resolve(id + ".hl7.receipt.json"))
                .content()
                .contains(reports.stream()
                        .map(report -> String.valueOf(report.get("receipt_number")))
                        .toList());
    }

    @Test
    void whatIsUploadedUnderATemporaryNameCountsOnceItIsRenamed() throws Exception {
        assertThat(said("put " + note() + " " + id + ".filepart").code()).isZero();
        Thread.sleep(1_500);
        assertThat(tree.resolve(id + ".filepart")).exists();
        assertThat(fixture.reports(id + ".filepart")).isEmpty();
        assertThat(said("rename " + id + ".filepart " + id).code()).isZero();
        assertThat(fixture.reports(id)).hasSize(1);
    }

    @Test
    void anUploadThatBreaksOffDoesNotCount() throws Exception {
        byte[] large = new byte[400_000];
        Process sending = clinic.peer.start(List.of("-l", "400"));
        sending.getOutputStream()
                .write(("put " + clinic.write(large) + " " + id + "\n").getBytes(StandardCharsets.UTF_8));
        sending.getOutputStream().flush();
        Path arriving = root.resolve("arriving").resolve(clinic.user);
        eventually(() -> hasFiles(arriving));
        sending.descendants().forEach(ProcessHandle::destroyForcibly);
        sending.destroyForcibly().waitFor();
        eventually(() -> !hasFiles(arriving));
        Thread.sleep(1_500);
        assertThat(tree.resolve(id)).doesNotExist();
        assertThat(fixture.reports(id)).isEmpty();
    }

    private static boolean hasFiles(Path folder) throws Exception {
        if (Files.notExists(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toFile().length() > 0);
        }
    }

    @Test
    void whatWasWholeWhenTheHubWasKilledIsTakenByTheSweep() throws Exception {
        said("ls");
        Path aside = Files.write(tree.resolve(id + ".tmp"), new byte[] {4, 5, 6});
        Files.move(aside, tree.resolve(id));
        eventually(() -> fixture.reports(id).size() == 1
                && Files.exists(tree.resolve("accepted").resolve(id)));
    }

    @Test
    void noWayLeadsOutOfTheTree() throws Exception {
        Path other = Files.createDirectories(root.resolve("providers").resolve("other-" + id));
        Files.writeString(other.resolve(".private"), "not yours");
        refused("get ../other-" + id + "/.private " + home.resolve("stolen"));
        refused("get /../../other-" + id + "/.private " + home.resolve("stolen"));
        refused("get /etc/passwd " + home.resolve("stolen"));
        refused("cd ../other-" + id);
        assertThat(said("cd ..", "cd ..", "pwd", "ls -a").words())
                .contains("Remote working directory: /")
                .contains("accepted")
                .doesNotContain("other-" + id);
        assertThat(home.resolve("stolen")).doesNotExist();
    }

    @Test
    void linksAreNeitherMadeNorFollowed() throws Exception {
        refused("symlink /etc/passwd link");
        refused("put " + note() + " .dot", "ln .dot hard");
        Files.createSymbolicLink(tree.resolve("planted"), Path.of("/etc"));
        refused("get planted/passwd " + home.resolve("stolen"));
        refused("put " + note() + " planted/" + id);
        assertThat(home.resolve("stolen")).doesNotExist();
    }

    @Test
    void theAnswersCanBeReadAndNotChanged() throws Exception {
        assertThat(said("put " + note() + " " + id).code()).isZero();
        refused("put " + note() + " accepted/forged");
        refused("put " + note() + " accepted/" + id + ".receipt.json");
        refused("rm accepted/" + id);
        refused("rename accepted/" + id + " mine");
        refused("mkdir refused/mine");
        assertThat(said("get accepted/" + id + " " + home.resolve("copy")).code())
                .isZero();
    }

    @Test
    void thereIsNoShellNoCommandNoScpAndNoForwarding() throws Exception {
        assertThat(clinic.peer.ssh("id").code()).isNotZero();
        assertThat(clinic.peer.ssh("-T").code()).isNotZero();
        assertThat(clinic.peer.scp(note()).code()).isNotZero();
        assertThat(clinic.peer.ssh("-W", "127.0.0.1:" + httpPort).code()).isNotZero();
    }

    @Test
    void anEmptyFileAndOneTooLargeAreRefusedWithAReason() throws Exception {
        said("put " + clinic.write(new byte[0]) + " " + id + "-empty");
        assertThat(tree.resolve("refused").resolve(id + "-empty")).exists();
        assertThat(tree.resolve("refused").resolve(id + "-empty.reason.json"))
                .content()
                .contains("is empty");
        refused("put " + clinic.write(new byte[2_500_000]) + " " + id + "-large");
        assertThat(tree.resolve("refused").resolve(id + "-large.reason.json"))
                .content()
                .contains("larger than 2048 kB");
        assertThat(tree.resolve(id + "-large")).doesNotExist();
        assertThat(fixture.reports(id + "-large")).isEmpty();
    }

    @Test
    void whatWaitsCountsAgainstTheQuotaUntilItIsTaken() throws Exception {
        Path large = clinic.write(new byte[1_900_000]);
        asOwner("revoke insert on hub.receipt from hub_intake");
        try {
            assertThat(said("put " + large + " " + id + "-1", "put " + large + " " + id + "-2")
                            .code())
                    .isZero();
            refused("put " + large + " " + id + "-3");
            assertThat(tree.resolve("refused").resolve(id + "-3.reason.json"))
                    .content()
                    .contains("quota-bytes");
        } finally {
            asOwner("grant insert on hub.receipt to hub_intake");
        }
        eventually(() -> fixture.reports(id + "-2").size() == 1);
        assertThat(said("put " + large + " " + id + "-3").code()).isZero();
        assertThat(fixture.reports(id + "-3")).hasSize(1);
    }

    @Test
    void manyFilesThatAreNeverRenamedFillTheQuotaOfFiles() throws Exception {
        said("ls");
        for (int i = 0; i < 50; i++) {
            Files.createFile(tree.resolve(i + ".part"));
        }
        refused("put " + note() + " " + id);
        assertThat(said("rm 1.part", "put " + note() + " " + id).code()).isZero();
    }

    @Test
    void aWithdrawnKeyLetsNobodyInAndEndsWhoIsIn() throws Exception {
        Process inside = clinic.peer.start(List.of());
        assertThat(asks(inside)).isTrue();
        eventually(() -> Files.isDirectory(tree));
        clinic.withdraw(jdbc, connections);
        // the client notices when it asks for something
        eventually(() -> !asks(inside));
        assertThat(said("ls").words()).contains("Permission denied (publickey)");
    }

    private static boolean asks(Process client) {
        try {
            client.getOutputStream().write("pwd\nls\n".getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            return !client.waitFor(300, TimeUnit.MILLISECONDS);
        } catch (java.io.IOException | InterruptedException closed) {
            return false;
        }
    }

    @Test
    void aKeyOfOneProviderOpensNoOthersTree() throws Exception {
        SftpProvider second = provider("second-" + id.substring(1, 9));
        Files.copy(clinic.peer.key(), second.peer.key(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(second.peer.key().resolveSibling("key.pub"));
        assertThat(second.peer.batch("ls").words()).contains("Permission denied");
    }

    @Test
    void whatWaitsOfSomebodyNoLongerRegisteredIsKeptInQuarantine() throws Exception {
        said("ls");
        jdbc.sql("delete from sender where key = ?").param(clinic.user).update();
        connections.refresh();
        Files.move(Files.write(tree.resolve(id + ".tmp"), id.getBytes(StandardCharsets.US_ASCII)), tree.resolve(id));
        eventually(() -> Files.exists(tree.resolve("refused").resolve(id + ".reason.json")));
        assertThat(fixture.reports(id))
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .containsEntry("state", "quarantined")
                        .containsEntry("reason_code", "sender-unknown"));
    }

    @Test
    void sshAuditFindsNoFailure() throws Exception {
        assumeTrue(
                SftpPeer.onPath("ssh-audit"),
                "ssh-audit is not installed: the SFTP server's algorithms are NOT audited (src/test/hardening/ssh.sh)");
        Said said = SftpPeer.run(60, "", List.of("src/test/hardening/ssh.sh", Integer.toString(sftpPort), "127.0.0.1"));
        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words()).contains("ssh-ed25519").doesNotContain("[fail]");
    }
}
