package org.caseward.intake.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * A message with as much of its header as says whose it is.
 *
 * @param sender the one address in From
 * @param key the Message-ID as it stands in the header; where there is none, the SHA-256 of the bytes
 */
record Letter(byte[] raw, Entity message, Optional<String> sender, String key) {
    /** What a sender's program writes, and no server on the way changes. */
    private static final List<String> OWN =
            List.of("From", "Date", "Subject", "Message-ID", "Content-Type", "Content-Transfer-Encoding");

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

    /**
     * A hash of what the sender wrote. Each server on the way puts lines of its own on top (Received, Return-Path), so that the same message, sent again, comes with other bytes.
     */
    byte[] essence() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : OWN) {
                digest.update((name + message.headers().all(name) + '\n').getBytes(StandardCharsets.UTF_8));
            }
            digest.update(message.body());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Letter[" + raw.length + " bytes]";
    }
}
