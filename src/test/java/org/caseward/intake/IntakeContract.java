package org.caseward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.caseward.intake.Answer.Accepted;
import org.caseward.intake.Answer.Refused;
import org.caseward.intake.Answer.SendAgain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What every channel owes its senders, whatever they send by. A channel's test says how one sends by it; the rest stands here once. */
@ExtendWith(OutputCaptureExtension.class)
abstract class IntakeContract extends ReceivingHub {
    /** Stands in every report that is sent, so that it can be looked for where it must not be. */
    static final String SECRET_WORD = "Quillfeather";

    @Autowired
    CamelContext camel;

    @Autowired
    ReusedHeard reused;

    final String id = "C" + UUID.randomUUID();

    /** Sends one well-formed report that the channel calls {@code key} and that holds {@code text}; waits for what the sender is told. */
    abstract Answer send(String key, String text) throws Exception;

    /** The same from somebody whom nobody registered, or without what proves the sender. */
    abstract Answer sendAsStranger(String key, String text) throws Exception;

    /** Bytes as they are, from a known sender. */
    abstract Answer sendBytes(String key, byte[] bytes) throws Exception;

    /** A sender that starts and then dawdles; returns what came of it in the end. */
    abstract Answer sendSlowly(String key, String text) throws Exception;

    /** The route by which the channel is stopped. */
    abstract String route();

    /** More than the channel takes at once. */
    abstract byte[] tooMuch();

    /** A beginning of a report that lacks its end. */
    abstract byte[] truncated();

    /** What the report list calls the delivery. */
    String controlId(String key) {
        return key;
    }

    private String text() {
        return SECRET_WORD + " came in on " + UUID.randomUUID();
    }

    private List<Map<String, Object>> received(String key) {
        return fixture.reports(controlId(key)).stream()
                .filter(report -> !"quarantined".equals(report.get("state")))
                .toList();
    }

    private static String number(Answer answer) {
        assertThat(answer).isInstanceOf(Accepted.class);
        return ((Accepted) answer).receiptNumber();
    }

    @Test
    void theReceiptIsThereBeforeTheSenderIsToldSo() throws Exception {
        String number = number(send(id, text()));
        assertThat(received(id))
                .singleElement()
                .satisfies(report -> assertThat(report).containsEntry("receipt_number", number));
    }

    @Test
    void theSameDeliveryTwiceGivesOneReceiptAndTheSameAnswer() throws Exception {
        String text = text();
        Answer first = send(id, text);
        assertThat(number(send(id, text))).isEqualTo(number(first));
        assertThat(received(id)).hasSize(1);
    }

    @Test
    void theSameKeyWithOtherContentIsANewReportAndSomebodyHearsOfIt() throws Exception {
        String first = number(send(id, text()));
        String second = number(send(id, text()));
        assertThat(second).isNotEqualTo(first);
        assertThat(received(id)).hasSize(2);
        assertThat(reused.receipts()).contains(second);
    }

    @Test
    void whoIsNotKnownIsRefusedWithAReasonAndNothingOfItGoesOn() throws Exception {
        Answer answer = sendAsStranger(id, text());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isNotBlank());
        assertThat(received(id)).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsToBeSentAgainAndThenIsKeptOnce() throws Exception {
        String text = text();
        asOwner("revoke insert on hub.receipt from hub_intake");
        try {
            assertThat(send(id, text)).isInstanceOf(SendAgain.class);
            assertThat(received(id)).isEmpty();
        } finally {
            asOwner("grant insert on hub.receipt to hub_intake");
        }
        number(send(id, text));
        assertThat(received(id)).hasSize(1);
    }

    @Test
    void aStoppedChannelTakesNothingAndLosesNothing() throws Exception {
        String text = text();
        camel.getRouteController().stopRoute(route());
        try {
            assertThat(send(id, text)).isInstanceOf(SendAgain.class);
            assertThat(received(id)).isEmpty();
        } finally {
            camel.getRouteController().startRoute(route());
        }
        number(send(id, text));
        assertThat(received(id)).hasSize(1);
    }

    @Test
    void garbageAndPiecesAndTooMuchAreAnsweredAndNobodyElseSuffers() throws Exception {
        byte[] garbage = (SECRET_WORD + '\0' + "\u001b\u0007 { < \\").getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(new byte[0], garbage, truncated(), tooMuch())) {
            sendBytes("H" + UUID.randomUUID(), bytes);
        }
        number(send(id, text()));
    }

    @Test
    void aSlowSenderHoldsUpNobody() throws Exception {
        String slow = "S" + UUID.randomUUID();
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<Answer> dawdling = pool.submit(() -> sendSlowly(slow, text()));
            number(send(id, text()));
            assertThat(dawdling.get(60, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void nothingOfTheContentStandsInTheLog(CapturedOutput output) throws Exception {
        send("K" + UUID.randomUUID(), text());
        sendAsStranger("N" + UUID.randomUUID(), text());
        sendBytes("B" + UUID.randomUUID(), truncated());
        whatCannotBeKeptIsToBeSentAgainAndThenIsKeptOnce();
        assertThat(output.getAll()).doesNotContain(SECRET_WORD);
    }
}
