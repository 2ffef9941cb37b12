package org.caseward.intake.fax;

import org.jspecify.annotations.Nullable;

/**
 * What the fax server says of a fax, as {@code ID.json} beside {@code ID.tif} or {@code ID.pdf}.
 *
 * @param from a hint, never an identity
 * @param pages as many as the fax server counted, where it says so
 */
record FaxSidecar(
        String id,
        String from,
        String to,
        @Nullable String receivedAt,
        @Nullable Integer pages) {}
