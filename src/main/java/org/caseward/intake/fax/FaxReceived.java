package org.caseward.intake.fax;

import java.util.Map;
import java.util.TreeMap;
import org.caseward.intake.Delivery;
import org.caseward.report.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A fax, by whichever door it came.
 *
 * @param id what its service or server calls it
 * @param from the caller's number: a hint, never an identity
 * @param to the number called, which is the connection
 * @param receivedAt as the door told it, ISO 8601
 * @param pages as many as the door counted, where it did
 * @param service whose door: {@code spool}, or the service's name
 */
public record FaxReceived(
        String id,
        String from,
        String to,
        @Nullable String receivedAt,
        @Nullable Integer pages,
        String mediaType,
        byte[] bytes,
        String service) {
    /** A fax id is unique within its service only; the spool is this house's own. */
    public Delivery delivery() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("service", service);
        if (receivedAt != null) {
            facts.put("receivedAt", receivedAt);
        }
        if (pages != null) {
            facts.put("pages", pages.toString());
        }
        facts.putAll(FaxTags.read(bytes));
        String key = service.equals(FaxDesk.SPOOL) ? id : service + ":" + id;
        return new Delivery(Channel.FAX, to, from, key, id, mediaType, Delivery.Lane.DOCUMENTS, bytes, facts);
    }

    /** What the bytes say they are; what a door says of them may be wrong. */
    public static String mediaType(byte[] bytes) {
        if (bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F') {
            return "application/pdf";
        }
        return "image/tiff";
    }

    @Override
    public String toString() {
        return "FaxReceived[" + service + ", " + bytes.length + " bytes]";
    }
}
