package org.caseward.bench.intake;

import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.caseward.setup.EmbeddedMail;

/**
 * Messages with a small PDF in one mailbox, from where the hub takes them by IMAPS; the answer is that the message was moved to {@code Accepted}. They are laid into the
 * mailbox by its server itself: what an agency's mail server does before is not the hub's. Its IMAP side runs in this process, and counts as the hub's processor.
 */
final class EmailSender implements IntakeSender {
    private static final Session NO_SERVER = Session.getInstance(new Properties());
    private static final int PATIENCE_SECONDS = 60;

    private final EmbeddedMail server;
    private final Map<String, CompletableFuture<Boolean>> waiting = new ConcurrentHashMap<>();

    EmailSender(EmbeddedMail server) throws IOException {
        this.server = server;
        MailFolder accepted = server.folder(BenchDirectory.MAILBOX, "Accepted");
        accepted.addListener(new Arrivals(accepted));
    }

    @Override
    public String channel() {
        return "email";
    }

    @Override
    public Line open(int number) throws IOException {
        MailFolder inbox = server.folder(BenchDirectory.MAILBOX, "INBOX");
        return new Line() {
            @Override
            public void send(String id) throws Exception {
                CompletableFuture<Boolean> moved = new CompletableFuture<>();
                waiting.put("<" + id + "@bench.example>", moved);
                MimeMessage message = message(id);
                // one at a time: the server numbers them before it lists them, and a list out of order is no mailbox
                synchronized (inbox) {
                    inbox.appendMessage(message, new Flags(), new Date());
                }
                try {
                    moved.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                } catch (TimeoutException | ExecutionException e) {
                    throw new IOException("A message was not taken from its mailbox", e);
                }
            }

            @Override
            public void close() {}
        };
    }

    private static MimeMessage message(String id) throws MessagingException {
        String text = "Message-ID: <" + id + "@bench.example>\r\nFrom: " + BenchDirectory.CLINIC_MAIL + "\r\nTo: "
                + BenchDirectory.MAILBOX + "\r\nSubject: Report\r\nDate: Sat, 21 Nov 2026 09:05:00 -0600\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: application/pdf\r\n"
                + "Content-Disposition: attachment; filename=\"report.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(Pages.pdf(id)) + "\r\n";
        return new MimeMessage(NO_SERVER, new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Hears of each message that the hub has put away; told under the folder's lock, so the newest is the one. */
    private final class Arrivals implements FolderListener {
        private final MailFolder folder;

        Arrivals(MailFolder folder) {
            this.folder = folder;
        }

        @Override
        public void added(int number) {
            try {
                CompletableFuture<Boolean> moved = waiting.remove(
                        folder.getMessages().get(number - 1).getMimeMessage().getMessageID());
                if (moved != null) {
                    moved.complete(true);
                }
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void expunged(int number) {}

        @Override
        public void flagsUpdated(int number, Flags flags, Long uid) {}

        @Override
        public void mailboxDeleted() {}
    }
}
