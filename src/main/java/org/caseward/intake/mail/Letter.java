package org.caseward.intake.mail;

import java.util.Optional;

/**
 * A message with as much of its header as says whose it is.
 *
 * @param sender the one address in From
 * @param key the Message-ID as it stands in the header; where there is none, the SHA-256 of the bytes
 */
record Letter(byte[] raw, Entity message, Optional<String> sender, String key) {
    static Letter of(byte[] raw) {
        Entity message = Entity.of(raw);
        return new Letter(
                raw,
                message,
                MailAddresses.from(message.headers()),
                message.headers()
                        .first("Message-ID")
                        .filter(id -> !id.isBlank())
                        .orElseGet(() -> Pinned.fingerprint(raw)));
    }

    @Override
    public String toString() {
        return "Letter[" + raw.length + " bytes]";
    }
}
