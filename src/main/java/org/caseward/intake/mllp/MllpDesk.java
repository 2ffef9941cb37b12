package org.caseward.intake.mllp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.intake.Connection;
import org.caseward.intake.Connections;
import org.caseward.intake.Delivery;
import org.caseward.intake.Hash;
import org.caseward.intake.MllpFrame;
import org.caseward.intake.ReceiptDesk;
import org.caseward.intake.Receipted;
import org.caseward.report.Channel;
import org.caseward.report.Reason;
import org.caseward.report.SenderTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Receives framed messages: AA once the receipt is durable, AR with a reason for what has no usable MSH or an unknown sender, AE where we could not keep it. */
@Component("mllpDesk")
public class MllpDesk {
    static final String MEDIA_TYPE = "x-application/hl7-v2+er7";
    private static final Logger LOG = LoggerFactory.getLogger(MllpDesk.class);
    private static final byte[] EMBEDDED = "|ED|".getBytes(StandardCharsets.US_ASCII);

    private final Connections connections;
    private final ReceiptDesk desk;
    private final ApplicationEventPublisher events;

    MllpDesk(Connections connections, ReceiptDesk desk, ApplicationEventPublisher events) {
        this.connections = connections;
        this.desk = desk;
        this.events = events;
    }

    /**
     * Answers each message of the frame as soon as it is durable, in their order.
     *
     * @throws IOException where the connection is to end: the sender has gone, or it wants no negative answers and yet must send again
     */
    public void receive(MllpFrame frame) throws IOException {
        Optional<Connection> connection = connections.find(Channel.MLLP, frame.listener());
        Hl7Batch batch = Hl7Batch.of(frame.content());
        for (byte[] message : batch.messages()) {
            Optional<byte[]> answer = answer(message, frame, connection);
            if (answer.isPresent()) {
                frame.answers().send(answer.get());
            }
        }
        batch.complaint().ifPresent(words -> tell("batch-count", frame, connection, words));
    }

    private Optional<byte[]> answer(byte[] message, MllpFrame frame, Optional<Connection> connection)
            throws IOException {
        return switch (MshHeader.scan(message)) {
            case MshHeader.Scan.Unusable(String reason) -> Optional.of(unusable(message, frame, reason));
            case MshHeader.Scan.Usable(MshHeader header) -> usable(message, frame, header, connection);
        };
    }

    private byte[] unusable(byte[] message, MllpFrame frame, String reason) {
        String hash = Hash.hex(message);
        Delivery delivery = delivery(message, frame, "", hash, "");
        try {
            Receipted kept = desk.refuse(
                    delivery,
                    new Reason("hl7-no-header", reason + " It is kept as it came; ask the sender's IT to look at it."));
            return Hl7Answer.toNobody(
                    Hl7Answer.Code.REJECT, reason + " Kept in quarantine as " + kept.receiptNumber() + ".");
        } catch (RuntimeException e) {
            notKept(e);
            return Hl7Answer.toNobody(Hl7Answer.Code.ERROR, "Not kept. Please send it again.");
        }
    }

    private Optional<byte[]> usable(byte[] message, MllpFrame frame, MshHeader header, Optional<Connection> connection)
            throws IOException {
        try {
            return switch (Sender.of(header, frame.certificate(), connection)) {
                case Sender.Known() -> {
                    Delivery delivery =
                            delivery(message, frame, header.sender(), header.controlId(), header.messageType());
                    Receipted kept = desk.receive(delivery);
                    yield Hl7Answer.to(header, Hl7Answer.Code.ACCEPT, kept.receiptNumber());
                }
                case Sender.Refused refused -> refused(message, frame, header, connection, refused);
            };
        } catch (RuntimeException e) {
            notKept(e);
            Optional<byte[]> answer = Hl7Answer.to(header, Hl7Answer.Code.ERROR, "Not kept. Please send it again.");
            if (answer.isEmpty()) {
                // it asked for silence, but must not take silence for a yes
                throw new IOException("A message was not kept, and its sender wants no answer", e);
            }
            return answer;
        }
    }

    private Optional<byte[]> refused(
            byte[] message,
            MllpFrame frame,
            MshHeader header,
            Optional<Connection> connection,
            Sender.Refused refused) {
        Receipted kept = desk.refuse(
                delivery(message, frame, refused.shown(), header.controlId(), header.messageType()), refused.reason());
        if (refused.alarming()) {
            tell(refused.reason().code(), frame, connection, refused.reason().text());
        }
        return Hl7Answer.to(
                header,
                Hl7Answer.Code.REJECT,
                refused.words() + " Kept in quarantine as " + kept.receiptNumber() + ".");
    }

    private void tell(String kind, MllpFrame frame, Optional<Connection> connection, String words) {
        events.publishEvent(new SenderTrouble(
                "mllp-" + kind,
                frame.listener(),
                "Listener " + frame.listener() + ": " + words,
                connection.map(Connection::programs).orElse(List.of())));
    }

    private static void notKept(RuntimeException cause) {
        LOG.warn(
                "A message could not be kept and was answered with AE: {}",
                cause.getClass().getSimpleName());
    }

    private static Delivery delivery(byte[] message, MllpFrame frame, String sender, String key, String type) {
        Delivery.Lane lane = contains(message, EMBEDDED) ? Delivery.Lane.DOCUMENTS : Delivery.Lane.STRUCTURED;
        return new Delivery(
                Channel.MLLP,
                frame.listener(),
                sender,
                key,
                key,
                MEDIA_TYPE,
                lane,
                message,
                Map.of("messageType", type));
    }

    /** A message with an embedded document waits with the documents, so that OCR never delays a message. */
    private static boolean contains(byte[] message, byte[] mark) {
        outer:
        for (int i = 0; i <= message.length - mark.length; i++) {
            for (int j = 0; j < mark.length; j++) {
                if (message[i + j] != mark[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
