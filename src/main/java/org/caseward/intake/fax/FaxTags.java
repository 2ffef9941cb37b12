package org.caseward.intake.fax;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what a fax server wrote into a TIFF's tags (TIFF 6.0, section 2; the fax tags of HylaFAX): the sending machine's own name for itself, when it was received, how many
 * pages and how finely. Only the directories are walked, within bounds; no picture is touched. Where something does not fit, it is left out.
 */
final class FaxTags {
    private static final int IMAGE_DESCRIPTION = 270;
    private static final int Y_RESOLUTION = 283;
    private static final int DATE_TIME = 306;
    private static final int FAX_RECV_PARAMS = 34908;
    private static final int MOST_PAGES = 1_000;
    private static final int MOST_TAGS = 200;
    private static final int LONGEST = 200;

    private final ByteBuffer tiff;
    private final Map<String, String> facts = new TreeMap<>();

    private FaxTags(ByteBuffer tiff) {
        this.tiff = tiff;
    }

    /** {@code tsi}, {@code taggedAt}, {@code taggedPages}, {@code lines} (vertical, per inch) and {@code params}, as far as they are there. */
    static Map<String, String> read(byte[] bytes) {
        if (bytes.length < 8 || bytes[0] != bytes[1] || bytes[0] != 'I' && bytes[0] != 'M') {
            return Map.of();
        }
        ByteOrder order = bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        FaxTags tags = new FaxTags(ByteBuffer.wrap(bytes).order(order));
        try {
            return tags.walk();
        } catch (IndexOutOfBoundsException e) {
            // cut off: what stood before the cut is true all the same
            return tags.facts;
        }
    }

    private Map<String, String> walk() {
        long at = Integer.toUnsignedLong(tiff.getInt(4));
        int pages = 0;
        while (at != 0 && pages < MOST_PAGES) {
            int place = checked(at);
            int tags = Math.min(Short.toUnsignedInt(tiff.getShort(place)), MOST_TAGS);
            if (pages++ == 0) {
                for (int i = 0; i < tags; i++) {
                    tag(place + 2 + i * 12);
                }
            }
            facts.put("taggedPages", Integer.toString(pages));
            at = Integer.toUnsignedLong(tiff.getInt(place + 2 + tags * 12));
        }
        return facts;
    }

    private int checked(long at) {
        if (at > tiff.limit() - 6L) {
            throw new IndexOutOfBoundsException();
        }
        return (int) at;
    }

    private void tag(int place) {
        switch (Short.toUnsignedInt(tiff.getShort(place))) {
            case IMAGE_DESCRIPTION -> put("tsi", text(place));
            case DATE_TIME -> put("taggedAt", text(place));
            case Y_RESOLUTION -> put("lines", ratio(place));
            case FAX_RECV_PARAMS -> put("params", Integer.toUnsignedString(tiff.getInt(place + 8)));
            default -> {
                // not a fax server's
            }
        }
    }

    private void put(String name, String value) {
        if (!value.isBlank()) {
            facts.put(name, value);
        }
    }

    /** The first line: HylaFAX writes call ids below it. */
    private String text(int place) {
        long count = Integer.toUnsignedLong(tiff.getInt(place + 4));
        int from = count <= 4 ? place + 8 : checked(Integer.toUnsignedLong(tiff.getInt(place + 8)));
        int length = (int) Math.min(Math.min(count, LONGEST), tiff.limit() - (long) from);
        byte[] bytes = new byte[length];
        tiff.get(from, bytes);
        String whole = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = whole.indexOf('\0');
        return (end < 0 ? whole : whole.substring(0, end))
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
    }

    private String ratio(int place) {
        int at = checked(Integer.toUnsignedLong(tiff.getInt(place + 8)));
        long over = Integer.toUnsignedLong(tiff.getInt(at));
        long under = Integer.toUnsignedLong(tiff.getInt(at + 4));
        return under == 0 ? "" : Long.toString(Math.round((double) over / under));
    }
}
