package org.caseward.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.caseward.documents.DocumentStore;
import org.caseward.report.OutageException;
import org.caseward.report.Reason;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReportId;
import org.caseward.security.KeyRing;
import org.springframework.stereotype.Component;

/**
 * Makes receipts. When {@link #receive} or {@link #refuse} returns, the bytes are durable; where it throws {@link OutageException} nothing was promised and the sender must
 * be told to send again.
 */
@Component("receiptDesk")
public class ReceiptDesk {
    /** Larger content goes to the document store first. */
    static final int IN_ROW = 64 * 1024;

    private final Connections connections;
    private final KeyRing keys;
    private final DocumentStore documents;
    private final ReceiptNumbers numbers;
    private final GroupCommit commit;

    ReceiptDesk(
            Connections connections,
            KeyRing keys,
            DocumentStore documents,
            ReceiptNumbers numbers,
            GroupCommit commit) {
        this.connections = connections;
        this.keys = keys;
        this.documents = documents;
        this.numbers = numbers;
        this.commit = commit;
    }

    /** Keeps a delivery that goes on to the stages. The same delivery again gets the same receipt. */
    public Receipted receive(Delivery delivery) {
        return keep(delivery, Optional.empty());
    }

    /**
     * Keeps a delivery that its channel refuses: in quarantine, where a person sees it. The refusal is not remembered as an answer: once the cause is mended the same
     * bytes are received as new.
     */
    public Receipted refuse(Delivery delivery, Reason reason) {
        return keep(delivery, Optional.of(reason));
    }

    private Receipted keep(Delivery delivery, Optional<Reason> refusal) {
        Connection connection = connections
                .find(delivery.channel(), delivery.address())
                .or(() -> connections.stranger(delivery.channel(), delivery.address()))
                .orElseThrow(() -> new OutageException("No program is set up yet, so nothing can be kept"));
        return commit.keep(row(delivery, connection, refusal));
    }

    private ReceiptRow row(Delivery delivery, Connection connection, Optional<Reason> refusal) {
        byte[] sha256 = Hash.of(delivery.bytes());
        String kind = refusal.isPresent() ? "refused" : "received";
        byte[] channelKey = Hash.of(bytes(kind + '\0' + connection.id() + '\0' + delivery.channelKey()));
        byte[] key = Hash.of(channelKey, delivery.essence() == null ? sha256 : delivery.essence());
        ReceiptId receipt = ReceiptId.next();
        String home = connection.homeProgram();
        byte[] sealed = null;
        String address = null;
        if (delivery.bytes().length <= IN_ROW) {
            sealed = keys.seal(home, receipt.toString(), delivery.bytes());
        } else {
            address = documents.put(home, delivery.bytes()).toString();
        }
        return new ReceiptRow(
                key,
                channelKey,
                receipt,
                numbers.next(),
                delivery.reports().stream().map(part -> ReportId.next()).toList(),
                Instant.now(),
                delivery,
                connection,
                connection.provider(delivery.sender()),
                sha256,
                sealed,
                address,
                refusal);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
