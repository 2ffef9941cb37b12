package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.xml.in.ModelParser;
import org.caseward.testing.MllpPeer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The real listener on a real socket over a real database; the stages behind it are left out, so that reports stay as received. */
class MllpIntakeTest extends ReceivingHub {
    @Autowired
    CamelContext camel;

    private final String id = "M" + UUID.randomUUID();

    private String send(String message) throws Exception {
        try (MllpPeer peer = new MllpPeer(port)) {
            return peer.send(message);
        }
    }

    @Test
    void aMessageIsDurableBeforeItIsAcknowledged() throws Exception {
        String answer = send(IntakeFixture.oru("LABSYS|CITYHOSP", id, "MARLOWE"));
        assertThat(answer).contains("MSA|AA|" + id);
        assertThat(fixture.reports(id)).singleElement().satisfies(report -> {
            assertThat(report).containsEntry("state", "received").containsEntry("program", "pd-medical");
            assertThat(answer).contains((String) report.get("receipt_number"));
        });
    }

    @Test
    void theSameDeliveryAgainFindsItsReceipt() throws Exception {
        String message = IntakeFixture.oru("LABSYS|CITYHOSP", id, "MARLOWE");
        String first = send(message);
        String second = send(message);
        assertThat(receipt(second)).isEqualTo(receipt(first)).startsWith("R-");
        assertThat(second).contains("MSA|AA|");
        assertThat(fixture.reports(id)).hasSize(1);
    }

    @Test
    void theSameControlIdWithOtherContentIsAnotherReceipt() throws Exception {
        String first = send(IntakeFixture.oru("LABSYS|CITYHOSP", id, "MARLOWE"));
        String second = send(IntakeFixture.oru("LABSYS|CITYHOSP", id, "ARCHER"));
        assertThat(receipt(second)).isNotEqualTo(receipt(first));
        assertThat(fixture.reports(id)).hasSize(2);
    }

    @Test
    void anUnknownSenderIsRefusedWithAReasonAndKeptUntilSomebodyRegistersIt() throws Exception {
        String sender = "NEWLAB" + id.substring(0, 8) + "|NEWHOSP";
        String message = IntakeFixture.oru(sender, id, "MARLOWE");
        assertThat(send(message)).contains("MSA|AR|" + id, "not registered");
        assertThat(send(message)).contains("MSA|AR|" + id);
        assertThat(fixture.reports(id))
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .containsEntry("state", "quarantined")
                        .containsEntry("reason_code", "sender-unknown"));
        fixture.sender("mllp-main", sender);
        connections.refresh();
        assertThat(send(message)).contains("MSA|AA|" + id);
        assertThat(fixture.reports(id))
                .extracting(report -> report.get("state"))
                .contains("received");
    }

    @Test
    void aFrameWithoutHl7IsRefusedAndKept() throws Exception {
        String garbage = "this is no HL7 " + id;
        assertThat(send(garbage)).contains("MSA|AR|", "MSH segment");
        assertThat(jdbc.sql("select count(*) from report where reason_code = 'hl7-no-header'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aNulInTheHeaderDoesNotKeepAMessageOut() throws Exception {
        String odd = id + "\0X";
        assertThat(send(IntakeFixture.oru("LABSYS|CITYHOSP", odd, "MARLOWE"))).contains("MSA|AA|" + odd);
        assertThat(fixture.reports(id + "\uFFFDX")).hasSize(1);
    }

    @Test
    void aControlIdThatIsMuchTooLongDoesNotKeepAMessageOut() throws Exception {
        byte[] noise = new byte[1_800];
        new java.util.Random(11).nextBytes(noise);
        String odd = id + java.util.HexFormat.of().formatHex(noise);
        assertThat(send(IntakeFixture.oru("LABSYS|CITYHOSP", odd, "MARLOWE"))).contains("MSA|AA|" + odd);
        assertThat(jdbc.sql("select count(*) from report where control_id like ?")
                        .param(id + "%")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void theEnhancedModeIsAnsweredInItsOwnWords() throws Exception {
        String message =
                IntakeFixture.oru("LABSYS|CITYHOSP", id, "MARLOWE").replace("|P|2.5.1\r", "|P|2.5.1|||AL|NE\r");
        assertThat(send(message)).contains("MSA|CA|" + id);
    }

    @Test
    void unframedBytesCloseTheConnection() throws Exception {
        try (MllpPeer peer = new MllpPeer(port)) {
            peer.sendRaw("GET / HTTP/1.1\r\nHost: hub\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(peer.read()).isEmpty();
        }
    }

    @Test
    void whatCannotBeKeptIsToBeSentAgain() throws Exception {
        asOwner("revoke insert on hub.receipt from hub_intake");
        try {
            assertThat(send(IntakeFixture.oru("LABSYS|CITYHOSP", id, "MARLOWE")))
                    .contains("MSA|AE|" + id);
            assertThat(fixture.reports(id)).isEmpty();
        } finally {
            asOwner("grant insert on hub.receipt to hub_intake");
        }
        assertThat(send(IntakeFixture.oru("LABSYS|CITYHOSP", id, "MARLOWE"))).contains("MSA|AA|" + id);
    }

    @Test
    void manySendersAtOnceGetOneReceiptEachAndARepeatedOneOnlyOne() throws Exception {
        List<Callable<String>> senders = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String message = IntakeFixture.oru("LABSYS|CITYHOSP", id + "-" + i % 100, "MARLOWE");
            senders.add(() -> send(message));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(24)) {
            for (Future<String> answer : pool.invokeAll(senders)) {
                assertThat(answer.get()).contains("MSA|AA|");
            }
        }
        assertThat(jdbc.sql("select count(*) from report where control_id like ?")
                        .param(id + "-%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(100);
    }

    private String about(String more, String family) {
        return IntakeFixture.oru("LABSYS|CITYHOSP", id + more, family);
    }

    @Test
    void aBatchIsAnsweredMessageByMessageAndSentAgainItDoublesNothing() throws Exception {
        String batch = "FHS|^~\\&|LABSYS|CITYHOSP\rBHS|^~\\&|LABSYS|CITYHOSP\r" + about("-1", "MARLOWE")
                + IntakeFixture.oru("NOBODY|NOWHERE", id + "-2", "ARCHER") + about("-3", "SPADE") + "BTS|3\rFTS|1\r";
        List<String> first = answers(batch);
        assertThat(first.get(0)).contains("MSA|AA|" + id + "-1");
        assertThat(first.get(1)).contains("MSA|AR|" + id + "-2");
        assertThat(first.get(2)).contains("MSA|AA|" + id + "-3");
        List<String> second = answers(batch);
        assertThat(second.stream().map(MllpIntakeTest::numbers).toList())
                .isEqualTo(first.stream().map(MllpIntakeTest::numbers).toList());
        assertThat(count(id + "-%")).isEqualTo(3);
    }

    /** Everything but what is of the acknowledgement itself: its time and id. */
    private static String numbers(String answer) {
        return answer.replaceAll("(?s).*?\rMSA", "MSA");
    }

    private List<String> answers(String batch) throws Exception {
        try (MllpPeer peer = new MllpPeer(port)) {
            return List.of(peer.send(batch), peer.read(), peer.read());
        }
    }

    @Test
    void whereTheStoreFailsInTheMiddleOfABatchTheRepeatedBatchKeepsEachOnce() throws Exception {
        asOwner(
                "create or replace function hub.refuse_one() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$");
        asOwner("create trigger refuse_one before insert on hub.receipt for each row when (new.control_id = '" + id
                + "-2') execute function hub.refuse_one()");
        String batch =
                "BHS|^~\\&|L|C\r" + about("-1", "MARLOWE") + about("-2", "ARCHER") + about("-3", "SPADE") + "BTS|3\r";
        try {
            assertThat(answers(batch))
                    .extracting(answer -> answer.replaceAll("(?s).*MSA\\|(..).*", "$1"))
                    .containsExactly("AA", "AE", "AA");
            assertThat(count(id + "-%")).isEqualTo(2);
        } finally {
            asOwner("drop trigger refuse_one on hub.receipt");
        }
        assertThat(answers(batch)).allSatisfy(answer -> assertThat(answer).contains("MSA|AA|"));
        assertThat(count(id + "-%")).isEqualTo(3);
    }

    private int count(String like) {
        return jdbc.sql("select count(*) from report where control_id like ?")
                .param(like)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoWantsNoAnswerGetsNoneAndTheNextOnesAnswerIsItsOwn() throws Exception {
        String silent = about("-1", "MARLOWE").replace("|P|2.5.1\r", "|P|2.5.1|||NE|NE\r");
        try (MllpPeer peer = new MllpPeer(port)) {
            peer.sendRaw(MllpPeer.framed(silent.getBytes(StandardCharsets.UTF_8)));
            assertThat(peer.send(about("-2", "ARCHER"))).contains("MSA|AA|" + id + "-2");
        }
        assertThat(count(id + "-1")).isOne();
    }

    @Test
    void silenceNeverMeansThatSomethingWasNotKept() throws Exception {
        String silent = about("", "MARLOWE").replace("|P|2.5.1\r", "|P|2.5.1|||NE|NE\r");
        asOwner("revoke insert on hub.receipt from hub_intake");
        try {
            assertThat(send(silent)).as("the connection was closed").isEmpty();
        } finally {
            asOwner("grant insert on hub.receipt to hub_intake");
        }
        assertThat(fixture.reports(id)).isEmpty();
    }

    @Test
    void whoIsSilentOrDawdlesIsCutOffAndManyOfThemHoldUpNobody() throws Exception {
        List<MllpPeer> slow = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            MllpPeer peer = new MllpPeer(port);
            peer.sendRaw(i % 2 == 0 ? new byte[0] : new byte[] {0x0b, 'M', 'S', 'H'});
            slow.add(peer);
        }
        assertThat(send(about("", "MARLOWE"))).contains("MSA|AA|" + id);
        for (MllpPeer peer : slow) {
            assertThat(peer.read()).as("closed without a word").isEmpty();
            peer.close();
        }
    }

    @Test
    void twoHalvesOfDifferentMessagesNeverBecomeOne() throws Exception {
        try (MllpPeer peer = new MllpPeer(port)) {
            String half = about("-1", "MARLOWE").substring(0, 120);
            peer.sendRaw(('\u000b' + half).getBytes(StandardCharsets.UTF_8));
            assertThat(peer.send(about("-2", "ARCHER"))).isEmpty();
        }
        assertThat(count(id + "-%")).isZero();
    }

    @Test
    void whoAsksForBothAcknowledgementsHearsOfSafetyAndNothingLater() throws Exception {
        try (MllpPeer peer = new MllpPeer(port)) {
            String both =
                    IntakeFixture.oru("LABSYS|CITYHOSP", id, "MARLOWE").replace("|P|2.5.1\r", "|P|2.5.1|||AL|AL\r");
            assertThat(peer.send(both)).contains("MSA|CA|" + id);
            // were there a second one, it would be read as the answer to this
            assertThat(peer.send(IntakeFixture.oru("LABSYS|CITYHOSP", id + "-next", "MARLOWE")))
                    .contains("MSA|AA|" + id + "-next");
        }
    }

    @Test
    void aFurtherListenerIsATemplatedRouteAndItsNameIsItsConnection() throws Exception {
        int second = org.caseward.testing.TestHub.freePort();
        String file = """
                <templatedRoutes>
                  <templatedRoute routeTemplateRef="mllp-listener" routeId="intake-second">
                    <parameter name="name" value="mllp-river"/>
                    <parameter name="port" value="%d"/>
                  </templatedRoute>
                </templatedRoutes>""".formatted(second);
        fixture.connection("mllp-river", "mllp", "mllp-river", "city-wc");
        fixture.sender("mllp-river", "SECOND|LAB");
        connections.refresh();
        ModelCamelContext model = (ModelCamelContext) camel;
        model.addRouteFromTemplatedRoutes(
                new ModelParser(new java.io.ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), null)
                        .parseTemplatedRoutesDefinition()
                        .orElseThrow()
                        .getTemplatedRoutes());
        try (MllpPeer peer = new MllpPeer(second)) {
            assertThat(peer.send(IntakeFixture.oru("SECOND|LAB", id, "MARLOWE")))
                    .contains("MSA|AA|" + id);
        }
        assertThat(fixture.reports(id))
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .containsEntry("connection", "mllp-river")
                        .containsEntry("program", "city-wc"));
        camel.getRouteController().stopRoute("intake-second");
        camel.removeRoute("intake-second");
    }

    private static String receipt(String answer) {
        return answer.replaceAll("(?s).*\\|(R-\\d+).*", "$1");
    }
}
