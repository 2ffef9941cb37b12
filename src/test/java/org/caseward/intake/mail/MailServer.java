package org.caseward.intake.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.caseward.setup.Certificates;
import org.caseward.setup.EmbeddedMail;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A mail server of the run's own, and what a test does with it as its postman. */
public final class MailServer {
    public static final String MAILBOX = "reports@agency.example";
    public static final String PASSWORD = "a mailbox of the test's own";
    private static final Path DIR =
            Path.of("target", "test-mail-" + ProcessHandle.current().pid()).toAbsolutePath();
    private static final Certificates CERTIFICATES = certificates();

    private final EmbeddedMail mail;

    private static final class Running {
        static final MailServer ONE = new MailServer();
    }

    private MailServer() {
        try {
            mail = EmbeddedMail.start(0, 0, CERTIFICATES);
            mail.mailbox(MAILBOX, PASSWORD);
            mail.mailbox(MailText.FROM, PASSWORD);
        } catch (IOException e) {
            throw new IllegalStateException("The test's mail server did not start", e);
        }
    }

    /** Started when it is first asked for. */
    public static MailServer one() {
        return Running.ONE;
    }

    /** What a hub must be told to use it. */
    public static void register(DynamicPropertyRegistry registry) {
        Map.<String, Supplier<Object>>of(
                        "caseward.email.trust", CERTIFICATES::authority,
                        "caseward.email.largest-megabytes", () -> 2,
                        "caseward.email.look", () -> "1s",
                        "caseward.connections.refresh", () -> "1s",
                        "caseward.email.outgoing.host", () -> "127.0.0.1",
                        "caseward.email.outgoing.port", () -> one().ports().smtps(),
                        "caseward.email.outgoing.user", () -> MAILBOX,
                        "caseward.email.outgoing.password", () -> PASSWORD)
                .forEach(registry::add);
        Map<String, String> service = Map.of(
                "name", "faxline",
                "from[0]", FAX_SERVICE,
                "called.in", "subject",
                "called.pattern", "to (\\S+)",
                "caller.in", "body",
                "caller.pattern", "Caller: ([()\\d -]+)",
                "id.in", "filename",
                "id.pattern", "FAX_(\\w+)\\.pdf",
                "pages.in", "subject",
                "pages.pattern", "(\\d+) page");
        service.forEach((name, value) -> registry.add("caseward.email.fax-services[0]." + name, () -> value));
    }

    /** A service that sends faxes as e-mail. */
    public static final String FAX_SERVICE = "inbound@faxline.example";

    private static Certificates certificates() {
        try {
            return Certificates.open(DIR);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public EmbeddedMail ports() {
        return mail;
    }

    /** A message as it is, which may come slowly. */
    private static final class Raw extends MimeMessage {
        private final byte[] bytes;
        private final long pause;

        Raw(byte[] bytes, long pause) {
            super((Session) null);
            this.bytes = bytes;
            this.pause = pause;
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            int half = bytes.length / 2;
            out.write(bytes, 0, half);
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            out.write(bytes, half, bytes.length - half);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            writeTo(out, new String[0]);
        }
    }

    /** Moves what lies in one folder of the mailbox to another, as a person does with a mail program. */
    public void moveAll(String from, String to) {
        try (Store store = store(MAILBOX)) {
            Folder folder = store.getFolder(from);
            folder.open(Folder.READ_WRITE);
            folder.copyMessages(folder.getMessages(), store.getFolder(to));
            folder.setFlags(folder.getMessages(), new Flags(Flags.Flag.DELETED), true);
            folder.close(true);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The texts that lie in somebody's inbox, headers included. */
    public List<String> inbox(String user) {
        try (Store store = store(user)) {
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            List<String> found = new ArrayList<>();
            for (Message message : folder.getMessages()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                message.writeTo(out);
                found.add(out.toString(StandardCharsets.UTF_8));
            }
            return found;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a message into the mailbox's inbox, its bytes as they are. */
    public void put(byte[] message, long pause) {
        try (Store store = store(MAILBOX)) {
            store.getFolder("INBOX").appendMessages(new Message[] {new Raw(message, pause)});
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The Message-IDs in a folder, an empty text for a message without one. */
    public List<String> lying(String user, String folder) {
        try (Store store = store(user)) {
            Folder opened = store.getFolder(folder);
            List<String> found = new ArrayList<>();
            if (opened.exists()) {
                opened.open(Folder.READ_ONLY);
                for (Message message : opened.getMessages()) {
                    String[] ids = message.getHeader("Message-ID");
                    if (!message.isSet(Flags.Flag.DELETED)) {
                        found.add(ids == null ? "" : ids[0]);
                    }
                }
            }
            return found;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Store store(String user) throws MessagingException {
        return store(mail.imaps(), user);
    }

    public static Store store(int port, String user) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.imaps.ssl.trust", "*");
        Store store = Session.getInstance(properties).getStore("imaps");
        store.connect("127.0.0.1", port, user, PASSWORD);
        return store;
    }

    /** The certificate and key that any mail server of the tests may show. */
    public static Certificates.Identity identity() {
        return CERTIFICATES.server();
    }

    public static Message raw(byte[] message) {
        return new Raw(message, 0);
    }
}
