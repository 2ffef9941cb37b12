package org.caseward.intake.mail;

import java.util.Optional;
import org.caseward.intake.Delivery;
import org.caseward.report.Reason;

/**
 * One report that a message holds.
 *
 * @param path the part's number as IMAP counts (RFC 9051, 6.4.5.1): {@code 2}, {@code 2.1}; {@code 2/1} for the first attachment inside a winmail.dat at 2; {@code 1#text} for
 *     a body as plain text
 * @param refusal why it can't be read any further
 */
record Paper(String path, String mediaType, Optional<String> fileName, byte[] content, Optional<Reason> refusal) {
    Delivery.Part part() {
        return new Delivery.Part(path, mediaType, fileName.orElse(null), Delivery.Lane.DOCUMENTS, refusal);
    }

    static Paper refused(String path, MediaType type, byte[] content, Reason reason) {
        return new Paper(path, type.name(), type.fileName(), content, Optional.of(reason));
    }

    @Override
    public String toString() {
        return "Paper[" + path + "]";
    }
}
