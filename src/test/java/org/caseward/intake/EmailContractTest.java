package org.caseward.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.caseward.intake.Answer.Accepted;
import org.caseward.intake.Answer.Refused;
import org.caseward.intake.Answer.SendAgain;
import org.caseward.intake.mail.MailServer;
import org.caseward.intake.mail.MailText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A mailbox, as a provider's mail fills it: what was moved to Accepted was taken, what stays in the inbox will be tried again. */
class EmailContractTest extends IntakeContract {

    private final MailServer server = MailServer.one();

    @BeforeEach
    void mailbox() {
        fixture.mailbox(connections, server, Map.of());
    }

    @AfterEach
    void nobodyWatches() {
        fixture.closeMailbox(connections);
    }

    @Override
    String controlId(String key) {
        return "<" + key + "@clinic.example>";
    }

    private byte[] message(String key, String from, String text) {
        return MailText.message(controlId(key), from, MailText.text(text));
    }

    @Override
    Answer send(String key, String text) throws Exception {
        return sendBytes(key, message(key, MailText.FROM, text));
    }

    @Override
    Answer sendAsStranger(String key, String text) throws Exception {
        return sendBytes(key, message(key, "stranger@elsewhere.example", text));
    }

    @Override
    Answer sendBytes(String key, byte[] bytes) throws Exception {
        return put(key, bytes, 0);
    }

    @Override
    Answer sendSlowly(String key, String text) throws Exception {
        return put(key, message(key, MailText.FROM, text), 1_000);
    }

    private Answer put(String key, byte[] bytes, long pause) {
        server.put(bytes, pause);
        boolean named = new String(bytes, StandardCharsets.UTF_8).contains("Message-ID");
        if (!eventually(() -> !server.lying(MailServer.MAILBOX, "INBOX").contains(named ? controlId(key) : ""))) {
            return new SendAgain();
        }
        return jdbc.sql("""
                        select receipt_number, reason from report where control_id = ? and (sha256 = ? or state = 'quarantined')
                        order by state = 'quarantined' desc, id desc limit 1""")
                .params(controlId(key), Hash.of(bytes))
                .query((row, n) ->
                        row.getString(2) == null ? new Accepted(row.getString(1)) : new Refused(row.getString(2)))
                .optional()
                .orElseGet(SendAgain::new);
    }

    /** As long as it may take where the channel can take something; where it can't, long enough to see that it does not. */
    private Duration patience() {
        boolean open = camel.getRouteController().getRouteStatus(route()).isStarted()
                && owner().sql("select has_table_privilege('hub_intake', 'hub.receipt', 'insert')")
                        .query(Boolean.class)
                        .single();
        return Duration.ofSeconds(open ? 20 : 2);
    }

    private boolean eventually(BooleanSupplier done) {
        Instant until = Instant.now().plus(patience());
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                return false;
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return true;
    }

    @Override
    String route() {
        return "intake-email";
    }

    @Override
    byte[] tooMuch() {
        byte[] large = new byte[3_000_000];
        Arrays.fill(large, (byte) 'x');
        return large;
    }

    @Override
    byte[] truncated() {
        byte[] whole = MailText.message(
                "<cut@clinic.example>",
                MailText.FROM,
                MailText.multipart("mixed", "b", MailText.text(SECRET_WORD), MailText.text("more")));
        return Arrays.copyOf(whole, whole.length - 30);
    }
}
