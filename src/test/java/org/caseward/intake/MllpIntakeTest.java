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
import org.caseward.testing.MllpPeer;
import org.junit.jupiter.api.Test;

/** The real listener on a real socket over a real database; the stages behind it are left out, so that reports stay as received. */
class MllpIntakeTest extends ReceivingHub {
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

    private static String receipt(String answer) {
        return answer.replaceAll("(?s).*\\|(R-\\d+).*", "$1");
    }
}
