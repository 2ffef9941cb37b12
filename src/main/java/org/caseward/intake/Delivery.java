package org.caseward.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.report.Channel;
import org.caseward.report.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a channel hands over: one delivery, with as much of it read as the channel's acknowledgement needs.
 *
 * @param address what the channel knows the connection by: a listener's name, the fax number called, a client id
 * @param sender what the channel shows of the sender: {@code MSH-3|MSH-4}, a client id, the calling fax number
 * @param channelKey what the channel itself calls this delivery (MSH-10, fax id, FHIR identifier); the content's hash where it has no name
 * @param lane the queue it waits in: structured messages never wait behind a page that is read by OCR
 * @param facts whatever else the channel told, small; stands with the receipt
 * @param parts the reports that the delivery holds, in their order; none where the whole delivery is one report
 * @param essence a hash of what makes it the very same delivery, where the way here adds bytes of its own (mail servers do); null where all bytes count
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
        Map<String, String> facts,
        List<Part> parts,
        byte @Nullable [] essence) {
    public Delivery {
        facts = Map.copyOf(facts);
        parts = List.copyOf(parts);
    }

    /** One of which all bytes are the sender's. */
    public Delivery(
            Channel channel,
            String address,
            String sender,
            String channelKey,
            String controlId,
            String mediaType,
            Lane lane,
            byte[] bytes,
            Map<String, String> facts,
            List<Part> parts) {
        this(channel, address, sender, channelKey, controlId, mediaType, lane, bytes, facts, parts, null);
    }

    /** A delivery that is one report. */
    public Delivery(
            Channel channel,
            String address,
            String sender,
            String channelKey,
            String controlId,
            String mediaType,
            Lane lane,
            byte[] bytes,
            Map<String, String> facts) {
        this(channel, address, sender, channelKey, controlId, mediaType, lane, bytes, facts, List.of());
    }

    /** The reports as they are kept: the parts, or the whole. */
    List<Part> reports() {
        return parts.isEmpty() ? List.of(new Part("", null, null, lane, Optional.empty())) : parts;
    }

    /**
     * One report of a delivery that holds several.
     *
     * @param path where in the delivery it stands, as {@link PartReader} finds it again; empty for the whole
     * @param mediaType null for the delivery's own
     * @param fileName as the sender named it, for people to see
     * @param refusal why this part can't go on by itself, where it can't: it is quarantined, its siblings go on
     */
    public record Part(
            String path,
            @Nullable String mediaType,
            @Nullable String fileName,
            Lane lane,
            Optional<Reason> refusal) {
        @Override
        public String toString() {
            return "Part[" + path + "]";
        }
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
