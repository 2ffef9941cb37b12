package org.caseward.intake.fax;

import java.time.Instant;
import java.util.Optional;

/**
 * A fax, by whatever door it came: the spool folder, an e-mail, a service's call.
 *
 * @param id as the fax server or service names it
 * @param from the calling number, a hint and never an identity; empty where it was withheld
 * @param to the number called, E.164: by it the connection is known
 * @param pages as many as were counted, where somebody counted
 * @param mediaType {@code image/tiff} or {@code application/pdf}
 * @param service by what it came: {@code spool}, or the service's name
 */
public record FaxReceived(
        String id,
        String from,
        String to,
        Instant receivedAt,
        Optional<Integer> pages,
        String mediaType,
        byte[] bytes,
        String service) {
    @Override
    public String toString() {
        return "FaxReceived[" + service + ", " + bytes.length + " bytes]";
    }
}
