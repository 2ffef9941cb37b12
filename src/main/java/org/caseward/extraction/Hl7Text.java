package org.caseward.extraction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An HL7 v2 message's bytes as text: right characters, no frame, one CR after each segment. */
final class Hl7Text {
    /** HL7 table 0211, the single-byte sets; whatever else is named is tried as UTF-8. */
    private static final Map<String, Charset> NAMED = Map.ofEntries(
            Map.entry("8859/1", StandardCharsets.ISO_8859_1),
            Map.entry("8859/2", Charset.forName("ISO-8859-2")),
            Map.entry("8859/3", Charset.forName("ISO-8859-3")),
            Map.entry("8859/4", Charset.forName("ISO-8859-4")),
            Map.entry("8859/5", Charset.forName("ISO-8859-5")),
            Map.entry("8859/6", Charset.forName("ISO-8859-6")),
            Map.entry("8859/7", Charset.forName("ISO-8859-7")),
            Map.entry("8859/8", Charset.forName("ISO-8859-8")),
            Map.entry("8859/9", Charset.forName("ISO-8859-9")),
            Map.entry("8859/15", Charset.forName("ISO-8859-15")),
            Map.entry("UNICODE UTF-16", StandardCharsets.UTF_16));

    private Hl7Text() {}

    static String of(byte[] content) {
        String text = decoded(content);
        int start = 0;
        while (start < text.length() && "\uFEFF\u000B \t\r\n".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = text.length();
        while (end > start && "\u001C\r\n \u0000".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end).replaceAll("\r\n?|\n", "\r").replaceAll("\r+", "\r") + "\r";
    }

    private static String decoded(byte[] content) {
        if (content.length > 1
                && ((content[0] & 0xff) == 0xfe || (content[0] & 0xff) == 0xff && content[1] == (byte) 0xfe)) {
            return new String(content, StandardCharsets.UTF_16);
        }
        Charset named = NAMED.getOrDefault(characterSet(content), StandardCharsets.UTF_8);
        try {
            return named.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException notSo) {
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    /** The first repetition of MSH-18. */
    private static String characterSet(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 4000), StandardCharsets.ISO_8859_1);
        int header = start.indexOf("MSH");
        if (header < 0 || header + 3 >= start.length()) {
            return "";
        }
        String segment = start.substring(header).split("[\r\n]", 2)[0];
        String[] fields = segment.split(java.util.regex.Pattern.quote(segment.substring(3, 4)), -1);
        return fields.length > 17 ? fields[17].split("~", 2)[0].strip() : "";
    }
}
