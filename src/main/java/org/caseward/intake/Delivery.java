package org.caseward.intake;

import java.util.Map;
import org.caseward.report.Channel;

/**
 * What a channel hands over: one delivery, with as much of it read as the channel's acknowledgement needs.
 *
 * @param address what the channel knows the connection by: a listener's name, the fax number called, a client id
 * @param sender what the channel shows of the sender: {@code MSH-3|MSH-4}, a client id, the calling fax number
 * @param channelKey what the channel itself calls this delivery (MSH-10, fax id, FHIR identifier); the content's hash where it has no name
 * @param lane the queue it waits in: structured messages never wait behind a page that is read by OCR
 * @param facts whatever else the channel told, small
 */
public record Delivery(
        Channel channel,
        String address,
        String sender,
        String channelKey,
        String controlId,
        String mediaType,
        Lane lane,
        byte[] bytes,
        Map<String, String> facts) {
    public Delivery {
        facts = Map.copyOf(facts);
    }

    /** The two lanes to the stages; a scanned batch is split into its reports first. */
    public enum Lane {
        STRUCTURED,
        DOCUMENTS,
        BATCHES;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return "Delivery[" + channel.code() + ", " + bytes.length + " bytes]";
    }
}
