package org.caseward.intake.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header fields of a message or a part (RFC 5322, 2.2), unfolded, in their order. What is no field is passed over. */
final class Headers {
    /** More than any mail program writes; what stands behind is not read. */
    private static final int MOST_FIELDS = 500;

    private static final int LONGEST_FIELD = 16 * 1024;

    private record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();

    static Headers parse(byte[] bytes, int from, int to) {
        Headers headers = new Headers();
        StringBuilder field = new StringBuilder();
        for (int at = from; at < to && headers.fields.size() < MOST_FIELDS; ) {
            int end = Lines.end(bytes, at, to);
            boolean folded = bytes[at] == ' ' || bytes[at] == '\t';
            if (!folded) {
                headers.add(field);
                field.setLength(0);
            }
            if (field.length() < LONGEST_FIELD) {
                int length = Math.min(Lines.trimmed(bytes, at, end) - at, LONGEST_FIELD);
                field.append(new String(bytes, at, length, StandardCharsets.UTF_8));
            }
            at = end;
        }
        headers.add(field);
        return headers;
    }

    private void add(CharSequence field) {
        String text = field.toString();
        int colon = text.indexOf(':');
        if (colon > 0) {
            fields.add(new Field(
                    text.substring(0, colon).strip(), text.substring(colon + 1).strip()));
        }
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** The first field of the name, its encoded words (RFC 2047) as text; empty where there is none. */
    String text(String name) {
        return first(name).map(Headers::decoded).orElse("");
    }

    static String decoded(String value) {
        try {
            return value.contains("=?") ? MimeUtility.decodeText(value) : value;
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }
}
