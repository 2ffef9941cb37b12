package org.caseward.intake.fax.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of fax service calls: {@code routes/fax-services/ID.yaml}. Places are JSON pointers (RFC 6901).
 *
 * @param check how a call is proven
 * @param signature where {@code check} is {@link Check#ED25519}
 * @param event where the kind of event stands, and which ones bring a fax; others are answered and forgotten
 */
record FaxProfile(String id, Check check, @Nullable Signature signature, Event event, Places fax, Media media) {
    enum Check {
        /** A detached Ed25519 signature over {@code timestamp|body}. */
        ED25519,
        /** HTTP Basic (RFC 7617). */
        BASIC
    }

    /** @param windowSeconds how far the call's time may be from ours: older calls are replays */
    record Signature(String header, String timestampHeader, int windowSeconds) {}

    record Event(String at, List<String> takes) {}

    record Places(
            String id,
            String from,
            String to,
            @Nullable String pages,
            @Nullable String receivedAt) {}

    /**
     * @param url where the address of the pages stands
     * @param base64 where the pages themselves stand
     * @param file the pages are a file of the multipart call
     */
    record Media(
            @Nullable String url,
            @Nullable String base64,
            @Nullable Boolean file) {}
}
