package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.caseward.intake.mail.MailText.attachment;
import static org.caseward.intake.mail.MailText.bytes;
import static org.caseward.intake.mail.MailText.multipart;
import static org.caseward.intake.mail.MailText.text;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.caseward.intake.mail.Correspondent;
import org.caseward.intake.mail.MailServer;
import org.caseward.intake.mail.MailText;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of messages in a mailbox, beyond what every channel owes. */
class EmailIntakeTest extends ReceivingHub {
    @Autowired
    Receipts receipts;

    @Autowired
    TroublesHeard troubles;

    private final MailServer server = MailServer.one();
    private final String id = "<" + UUID.randomUUID() + "@clinic.example>";

    @AfterEach
    void nobodyWatches() {
        fixture.closeMailbox(connections);
    }

    private void mailbox(String... settings) {
        Map<String, String> all = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        fixture.mailbox(connections, server, all);
    }

    private void send(String rest) {
        send(MailText.FROM, rest);
    }

    private void send(String from, String rest) {
        server.put(MailText.message(id, from, rest), 0);
        taken();
    }

    private void taken() {
        eventually(() -> !server.lying(MailServer.MAILBOX, "INBOX").contains(id));
    }

    private static void eventually(BooleanSupplier done) {
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            pause(200);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> only() {
        assertThat(fixture.reports(id)).hasSize(1);
        return fixture.reports(id).getFirst();
    }

    private ReceivedReport opened(Map<String, Object> report) {
        return Objects.requireNonNull(receipts.open(new ReportId((UUID) Objects.requireNonNull(report.get("id")))));
    }

    private String fact(String name) {
        return owner().sql("select coalesce(facts ->> ?, '') from hub.receipt where control_id = ?")
                .params(name, id)
                .query(String.class)
                .single();
    }

    @Test
    void threeAttachmentsAreThreeReportsOfOneReceiptAndEachOpensByItself() {
        mailbox();
        send(multipart(
                "mixed",
                "b",
                text("See attached."),
                attachment("application/pdf", "form.pdf", bytes("%PDF one")),
                attachment("application/pdf", "form.pdf", bytes("%PDF two")),
                attachment("application/msword", "letter.doc", bytes("three"))));
        List<Map<String, Object>> reports = fixture.reports(id);
        assertThat(reports)
                .extracting(r -> r.get("part"), r -> r.get("file_name"), r -> r.get("state"), r -> r.get("provider"))
                .containsExactly(
                        tuple(0, "form.pdf", "received", "city-hospital"),
                        tuple(1, "form.pdf", "received", "city-hospital"),
                        tuple(2, "letter.doc", "received", "city-hospital"));
        assertThat(reports)
                .extracting(r -> r.get("receipt"))
                .containsOnly(reports.getFirst().get("receipt"));
        assertThat(reports)
                .extracting(
                        r -> new String(opened(r).content(), StandardCharsets.UTF_8),
                        r -> opened(r).mediaType())
                .containsExactly(
                        tuple("%PDF one", "application/pdf"),
                        tuple("%PDF two", "application/pdf"),
                        tuple("three", "application/msword"));
    }

    @Test
    void aHubThatFellBeforeItPutTheMessageAwayFindsItsReceipt() {
        mailbox();
        send(text("off work"));
        eventually(() -> server.lying(MailServer.MAILBOX, "Accepted").contains(id));
        server.moveAll("Accepted", "INBOX");
        taken();
        eventually(() -> server.lying(MailServer.MAILBOX, "Accepted").contains(id));
        only();
    }

    @Test
    void theSameMessageByAnotherWayFindsItsReceiptToo() {
        mailbox();
        String first = "Received: from a.example by b.example; Mon, 2 Nov 2026 10:15:01 +0000\n";
        send(first + text("off work"));
        send("Return-Path: <x@clinic.example>\n" + first.replace("10:15:01", "10:47:12") + text("off work"));
        only();
        send(first + text("off work until further notice"));
        assertThat(fixture.reports(id)).hasSize(2);
    }

    @Test
    void aStrangersMessageIsReceivedOnceTheStrangerIsRegisteredAndItIsMovedBack() {
        mailbox();
        String address = "new" + UUID.randomUUID() + "@clinic.example";
        send(address, text("off work"));
        eventually(() -> server.lying(MailServer.MAILBOX, "Refused").contains(id));
        assertThat(only()).containsEntry("reason_code", "sender-unknown").containsEntry("state", "quarantined");
        fixture.sender("mail-police", address);
        connections.refresh();
        server.moveAll("Refused", "INBOX");
        taken();
        assertThat(fixture.reports(id)).extracting(r -> r.get("state")).containsExactly("quarantined", "received");
    }

    @Test
    void whereAMailboxWantsSignaturesOnlyARegisteredOnePasses() throws Exception {
        mailbox("require-smime", "true");
        Correspondent clinic = new Correspondent(MailText.FROM);
        send(text("unsigned"));
        assertThat(only()).containsEntry("reason_code", "smime-wanted");
        jdbc.sql("""
                        insert into credential (connection, provider, kind, value, added_by)
                        values ('mail-police', 'city-hospital', 'smime', ?, 'test')""").param(clinic.fingerprint()).update();
        connections.refresh();
        send(clinic.signed(text("signed")));
        assertThat(fixture.reports(id)).extracting(r -> r.get("state")).containsExactly("quarantined", "received");
        assertThat(owner().sql(
                                "select facts ->> 'certificate' from hub.receipt where control_id = ? and facts ->> 'signature' = 'proven'")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(clinic.fingerprint());
    }

    @Test
    void whatIsUnsignedIsSaidSoInTheReceipt() {
        mailbox();
        send(text("unsigned"));
        assertThat(fact("signature")).isEqualTo("none");
    }

    @Test
    void theAgencysMailServerIsHeardWhereItIsNamed() {
        mailbox("authenticated-by", "mx.agency.example");
        String forged = "Authentication-Results: mx.elsewhere.example; dmarc=pass\n";
        send(forged + text("nobody vouches"));
        assertThat(only()).containsEntry("reason_code", "sender-not-authenticated");
        send("Authentication-Results: mx.agency.example; dkim=pass; dmarc=pass (p=reject)\n" + text("vouched"));
        assertThat(fixture.reports(id)).extracting(r -> r.get("state")).containsExactly("quarantined", "received");
    }

    @Test
    void aRegisteredSenderIsToldTheReceiptAndMachinesAreToldNothing() {
        mailbox("answer", "true");
        send(text("please confirm"));
        String number = String.valueOf(only().get("receipt_number"));
        eventually(() -> answers().stream().anyMatch(answer -> answer.contains(number)));
        String answer =
                answers().stream().filter(a -> a.contains(number)).findFirst().orElseThrow();
        assertThat(answer).contains("Auto-Submitted: auto-replied").doesNotContain("please confirm");
        int before = answers().size();
        send("Auto-Submitted: auto-replied\n" + text("I am out of the office"));
        send("X-Caseward-Loop: reports@agency.example\n" + text("Receipt R-1"));
        send("Precedence: list\n" + text("off work"));
        assertThat(fixture.reports(id))
                .extracting(r -> r.get("reason_code"))
                .containsExactly(null, "mail-automatic", "mail-loop", null);
        pause(500);
        assertThat(answers()).hasSize(before);
    }

    private List<String> answers() {
        return server.inbox(MailText.FROM);
    }

    @Test
    void aFaxThatAServiceMailsComesInOnTheLineThatWasCalled() {
        mailbox("fax-service", "faxline");
        String fax = "F" + UUID.randomUUID().toString().replace("-", "");
        server.put(
                new String(
                                MailText.message(
                                        id,
                                        MailServer.FAX_SERVICE,
                                        multipart(
                                                "mixed",
                                                "b",
                                                text("Caller: (312) 555-0100\nhave a nice day"),
                                                attachment(
                                                        "application/pdf", "FAX_" + fax + ".pdf", bytes("%PDF fax")))),
                                StandardCharsets.UTF_8)
                        .replace("Subject: a report", "Subject: New fax to +13125550192, 2 pages")
                        .getBytes(StandardCharsets.UTF_8),
                0);
        taken();
        Map<String, Object> report = fixture.reports(fax).getFirst();
        assertThat(report)
                .containsEntry("channel", "fax")
                .containsEntry("connection", "fax-shared")
                .containsEntry("provider", null);
        assertThat(opened(report).content()).isEqualTo(bytes("%PDF fax"));
        assertThat(owner().sql("select sender || ' ' || (facts ->> 'pages') from hub.receipt where control_id = ?")
                        .param(fax)
                        .query(String.class)
                        .single())
                .isEqualTo("+13125550100 2");
    }

    @Test
    void whileAnotherNodeHoldsTheMailboxNothingIsTouched() {
        mailbox();
        eventually(() -> jdbc.sql("select exists (select from lease where name = ?)")
                .param("email:" + MailServer.MAILBOX)
                .query(Boolean.class)
                .single());
        owner().sql(
                        "update hub.lease set holder = gen_random_uuid(), token = token + 1, until = now() + interval '3 seconds' where name = ?")
                .param("email:" + MailServer.MAILBOX)
                .update();
        server.put(MailText.message(id, MailText.FROM, text("off work")), 0);
        pause(1_200);
        assertThat(server.lying(MailServer.MAILBOX, "INBOX")).contains(id);
        assertThat(fixture.reports(id)).isEmpty();
        taken();
        only();
    }

    @Test
    void aMailServerThatIsAwayIsToldAndThatIsOverWhenMailComesAgain() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = nobody.getLocalPort();
            nobody.close();
            fixture.mailbox(connections, port, Map.of());
            eventually(() -> troubles.of("mailbox-away", "mail-police").contains("Nothing is lost"));
        }
        mailbox();
        send(text("off work"));
        eventually(() -> troubles.of("mailbox-away", "mail-police").isEmpty());
    }
}
