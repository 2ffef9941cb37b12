package org.caseward.intake.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the directory shows it.
 *
 * @param address what its channel knows it by: the listener's name, the fax number called, the client id, the mailbox, {@code drop}, {@code fetch:NAME}
 * @param silentAfterMinutes without a delivery for so long, IT is told; null where nobody need be
 * @param settings nothing secret
 * @param hasSecret whether a password or private key lies sealed beside it; it is never shown
 */
public record ConnectionEntry(
        String id,
        String channel,
        String address,
        List<String> programs,
        boolean enabled,
        @Nullable Integer silentAfterMinutes,
        Map<String, String> settings,
        boolean hasSecret,
        List<SenderEntry> senders,
        List<CredentialEntry> credentials) {
    /** @param key what the channel shows of the sender: {@code MSH-3|MSH-4}, a client id, an address, a calling number, a user name */
    public record SenderEntry(String key, String provider) {}

    /**
     * @param shown enough to recognise it by; the whole value where that is short
     * @param state {@code valid}, {@code expired} or {@code withdrawn}
     */
    public record CredentialEntry(
            UUID id,
            String kind,
            String provider,
            String shown,
            String state,
            @Nullable Instant notAfter,
            Instant addedAt,
            String addedBy) {}
}
