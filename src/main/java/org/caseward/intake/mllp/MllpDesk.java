package org.caseward.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.caseward.report.Channel;
import org.caseward.report.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Receives framed messages: AA once the receipt is durable, AR with a reason for what has no usable MSH or an unknown sender, AE where we could not keep it. */
@Component("mllpDesk")
public class MllpDesk {
    static final String MEDIA_TYPE = "x-application/hl7-v2+er7";
    private static final Logger LOG = LoggerFactory.getLogger(MllpDesk.class);
    private static final byte[] EMBEDDED = "|ED|".getBytes(StandardCharsets.US_ASCII);

    private final Connections connections;
    private final ReceiptDesk desk;

    MllpDesk(Connections connections, ReceiptDesk desk) {
        this.connections = connections;
        this.desk = desk;
    }

    /**
     * @param message the bytes between the frame's marks
     * @param listener the listener's name, by which its connection is known
     * @return the acknowledgement, unframed
     */
    public byte[] receive(byte[] message, String listener) {
        return switch (MshHeader.scan(message)) {
            case MshHeader.Scan.Unusable(String reason) -> unusable(message, listener, reason);
            case MshHeader.Scan.Usable(MshHeader header) -> usable(message, listener, header);
        };
    }

    private byte[] unusable(byte[] message, String listener, String reason) {
        String hash = Hash.hex(message);
        Delivery delivery = delivery(message, listener, "", hash, "");
        try {
            Receipted kept = desk.refuse(
                    delivery,
                    new Reason("hl7-no-header", reason + " It is kept as it came; ask the sender's IT to look at it."));
            return Hl7Answer.toNobody(
                    Hl7Answer.Code.REJECT, reason + " Kept in quarantine as " + kept.receiptNumber() + ".");
        } catch (RuntimeException e) {
            return notKept(e, Hl7Answer.toNobody(Hl7Answer.Code.ERROR, "Not kept. Please send it again."));
        }
    }

    private byte[] usable(byte[] message, String listener, MshHeader header) {
        Delivery delivery = delivery(message, listener, header.sender(), header.controlId(), header.messageType());
        try {
            boolean known = connections
                    .find(Channel.MLLP, listener)
                    .flatMap(connection -> connection.provider(header.sender()))
                    .isPresent();
            if (known) {
                Receipted kept = desk.receive(delivery);
                return Hl7Answer.to(header, Hl7Answer.Code.ACCEPT, kept.receiptNumber());
            }
            Receipted kept = desk.refuse(
                    delivery,
                    new Reason(
                            "sender-unknown",
                            "No provider is registered on this connection for the sender in MSH-3 and MSH-4. Register it, then replay."));
            return Hl7Answer.to(
                    header,
                    Hl7Answer.Code.REJECT,
                    "Sender (MSH-3, MSH-4) not registered here. Kept in quarantine as " + kept.receiptNumber() + ".");
        } catch (RuntimeException e) {
            return notKept(e, Hl7Answer.to(header, Hl7Answer.Code.ERROR, "Not kept. Please send it again."));
        }
    }

    private static byte[] notKept(RuntimeException cause, byte[] answer) {
        LOG.warn(
                "A message could not be kept and was answered with AE: {}",
                cause.getClass().getSimpleName());
        return answer;
    }

    private static Delivery delivery(byte[] message, String listener, String sender, String key, String type) {
        Delivery.Lane lane = contains(message, EMBEDDED) ? Delivery.Lane.DOCUMENTS : Delivery.Lane.STRUCTURED;
        return new Delivery(
                Channel.MLLP, listener, sender, key, key, MEDIA_TYPE, lane, message, Map.of("messageType", type));
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
