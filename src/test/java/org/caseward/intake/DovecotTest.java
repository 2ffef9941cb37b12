package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.caseward.intake.mail.MailServer;
import org.caseward.intake.mail.MailText;
import org.caseward.testing.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mailbox at a real Dovecot, where one is installed (Debian: dovecot-imapd, and dovecot-lmtpd with swaks for what is delivered) and the test may start it. */
class DovecotTest extends ReceivingHub {
    private final String id = "<" + UUID.randomUUID() + "@clinic.example>";
    private Path dir;
    private Process dovecot;
    private int imaps;
    private int lmtp;

    @BeforeEach
    void start() throws Exception {
        boolean here =
                Files.isExecutable(Path.of("/usr/sbin/dovecot")) && "root".equals(System.getProperty("user.name"));
        assumeThat(here)
                .as("SKIPPED: no Dovecot is installed that this user may start; install dovecot-imapd and run as root")
                .isTrue();
        dir = Files.createTempDirectory("dovecot");
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxrwxrwx"));
        imaps = TestHub.freePort();
        lmtp = TestHub.freePort();
        Files.writeString(dir.resolve("users"), MailServer.MAILBOX + ":{PLAIN}" + MailServer.PASSWORD + "::::::\n");
        Path config = Files.writeString(dir.resolve("dovecot.conf"), config() + (delivers() ? delivery() : ""));
        dovecot = new ProcessBuilder("/usr/sbin/dovecot", "-F", "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("out").toFile())
                .start();
        eventually(() -> {
            try (Store store = MailServer.store(imaps, MailServer.MAILBOX)) {
                return store.isConnected();
            } catch (jakarta.mail.MessagingException e) {
                return false;
            }
        });
    }

    private String config() {
        return """
                protocols = imap
                listen = 127.0.0.1
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                ssl = required
                ssl_cert = <%2$s
                ssl_key = <%3$s
                mail_location = maildir:%1$s/mail
                first_valid_uid = 1
                passdb {
                  driver = passwd-file
                  args = %1$s/users
                }
                userdb {
                  driver = static
                  args = uid=mail gid=mail home=%1$s/home
                }
                service imap-login {
                  inet_listener imap {
                    port = 0
                  }
                  inet_listener imaps {
                    port = %4$d
                    ssl = yes
                  }
                }
                service stats {
                  unix_listener stats-writer {
                    mode = 0666
                  }
                }
                """.formatted(
                dir, MailServer.identity().certificate(), MailServer.identity().key(), imaps);
    }

    private static boolean delivers() {
        return Files.isExecutable(Path.of("/usr/lib/dovecot/lmtp")) && Files.isExecutable(Path.of("/usr/bin/swaks"));
    }

    private String delivery() {
        return """
                protocols = imap lmtp
                service lmtp {
                  inet_listener lmtp {
                    address = 127.0.0.1
                    port = %d
                  }
                }
                protocol lmtp {
                  postmaster_address = postmaster@agency.example
                }
                """.formatted(lmtp);
    }

    @AfterEach
    void stop() throws Exception {
        fixture.closeMailbox(connections);
        if (dovecot != null) {
            dovecot.destroy();
            dovecot.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private void put(byte[] message) throws Exception {
        try (Store store = MailServer.store(imaps, MailServer.MAILBOX)) {
            store.getFolder("INBOX").appendMessages(new Message[] {MailServer.raw(message)});
        }
    }

    private int count(String folder) {
        try (Store store = MailServer.store(imaps, MailServer.MAILBOX)) {
            Folder opened = store.getFolder(folder);
            return opened.exists() ? opened.getMessageCount() : 0;
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(BooleanSupplier done) {
        Instant until = Instant.now().plus(Duration.ofSeconds(20));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void messagesAreReceivedAsTheyLieThereAndMoved() throws Exception {
        byte[] message = MailText.message(
                id,
                MailText.FROM,
                MailText.multipart(
                        "mixed",
                        "b",
                        MailText.text("See attached."),
                        MailText.attachment("application/pdf", "a.pdf", new byte[200_000]),
                        MailText.attachment("application/pdf", "a.pdf", "%PDF".getBytes(StandardCharsets.US_ASCII))));
        for (int i = 0; i < 20; i++) {
            put(MailText.message("<" + i + id.substring(1), "stranger@elsewhere.example", MailText.text("x" + i)));
        }
        put(message);
        fixture.mailbox(connections, imaps, Map.of());
        eventually(() -> count("Refused") == 20 && count("Accepted") == 1 && count("INBOX") == 0);
        assertThat(fixture.reports(id)).hasSize(2);
        assertThat(fixture.reports(id).getFirst().get("sha256")).isEqualTo(Hash.of(message));
        byte[] second = MailText.message(id + "2", MailText.FROM, MailText.text("while it waits"));
        long sent = System.nanoTime();
        put(second);
        eventually(() -> !fixture.reports(id + "2").isEmpty());
        System.out.printf(
                "Dovecot: a message had its receipt %d ms after it was laid in%n",
                (System.nanoTime() - sent) / 1_000_000);
        eventually(() -> count("Accepted") == 2);
    }

    @Test
    void whatAMailClientSendsIsDeliveredAndReceived() throws Exception {
        assumeThat(delivers())
                .as("SKIPPED: dovecot-lmtpd and swaks are not both installed; nothing is delivered by a real client")
                .isTrue();
        Path form = Files.write(dir.resolve("form.pdf"), "%PDF-1.4 a form".getBytes(StandardCharsets.US_ASCII));
        fixture.mailbox(connections, imaps, Map.of());
        Process swaks = new ProcessBuilder(
                        "/usr/bin/swaks",
                        "--protocol",
                        "LMTP",
                        "--server",
                        "127.0.0.1:" + lmtp,
                        "--from",
                        MailText.FROM,
                        "--to",
                        MailServer.MAILBOX,
                        "--header",
                        "Message-Id: " + id,
                        "--attach-type",
                        "application/pdf",
                        "--attach-name",
                        "form.pdf",
                        "--attach",
                        "@" + form)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("swaks").toFile())
                .start();
        assertThat(swaks.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(swaks.exitValue()).as(Files.readString(dir.resolve("swaks"))).isZero();
        eventually(() -> count("Accepted") == 1 && count("INBOX") == 0);
        assertThat(fixture.reports(id))
                .singleElement()
                .extracting(report -> report.get("file_name"), report -> report.get("provider"))
                .containsExactly("form.pdf", "city-hospital");
    }
}
