package org.caseward.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** A message or a part of one (RFC 2045): its header, and where in the bytes its body stands. Nothing is copied until a body is decoded. */
final class Entity {
    private final byte[] bytes;
    private final int from;
    private final int body;
    private final int to;
    private final boolean cutOff;
    private final Headers headers;
    private final MediaType type;

    private Entity(byte[] bytes, int from, int to, boolean cutOff) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.cutOff = cutOff;
        this.body = body(bytes, from, to);
        this.headers = Headers.parse(bytes, from, body);
        this.type = MediaType.of(headers);
    }

    static Entity of(byte[] bytes) {
        return new Entity(bytes, 0, bytes.length, false);
    }

    private static int body(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int end = Lines.end(bytes, at, to);
            if (Lines.trimmed(bytes, at, end) == at) {
                return end;
            }
            at = end;
        }
        return to;
    }

    Headers headers() {
        return headers;
    }

    MediaType type() {
        return type;
    }

    /** The message ended before this part did. */
    boolean cutOff() {
        return cutOff;
    }

    /** Header and body as they came: what a signature was made over. */
    byte[] raw() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /**
     * The body without its transfer encoding (RFC 2045, 6).
     *
     * @throws MailException where it is damaged
     */
    byte[] content() throws MailException {
        String encoding = headers.first("Content-Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "base64" -> base64();
            case "quoted-printable", "x-uuencode", "uuencode", "x-uue" -> decoded(encoding);
            default -> Arrays.copyOfRange(bytes, body, to);
        };
    }

    private byte[] base64() throws MailException {
        try {
            return Base64.getMimeDecoder().decode(Arrays.copyOfRange(bytes, body, to));
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
    }

    private byte[] decoded(String encoding) throws MailException {
        try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(bytes, body, to - body), encoding)) {
            return in.readAllBytes();
        } catch (MessagingException | IOException e) {
            throw damaged();
        }
    }

    private static MailException damaged() {
        return new MailException(
                "mail-part-damaged",
                "This part of the e-mail is damaged or cut off, so it can't be decoded. Ask the sender to send it again.");
    }

    /** The body as it came. */
    ByteBuffer body() {
        return ByteBuffer.wrap(bytes, body, to - body);
    }

    int size() {
        return to - from;
    }

    /** The message that this part is: in place, unless it is encoded (which RFC 2046, 5.2.1 forbids and some servers do). */
    Entity message(Budget budget) throws MailException {
        if (isEncoded()) {
            byte[] decoded = content();
            budget.decoded(decoded.length);
            return new Entity(decoded, 0, decoded.length, cutOff);
        }
        return new Entity(bytes, body, to, cutOff);
    }

    private boolean isEncoded() {
        String encoding = headers.first("Content-Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        return !encoding.isEmpty() && !encoding.matches("7bit|8bit|binary");
    }

    /** The parts of a multipart (RFC 2046, 5.1); the last one is {@linkplain #cutOff() cut off} where the closing boundary is missing. */
    List<Entity> parts(Budget budget) throws MailException {
        byte[] mark = ("--" + type.boundary()).getBytes(StandardCharsets.UTF_8);
        List<Entity> parts = new ArrayList<>();
        int begun = -1;
        for (int at = body; at < to; ) {
            int end = Lines.end(bytes, at, to);
            Boundary found = Boundary.of(bytes, at, Lines.trimmed(bytes, at, end), mark);
            if (found != Boundary.NONE) {
                if (begun >= 0) {
                    budget.part();
                    // the line break before a boundary belongs to the boundary
                    parts.add(new Entity(bytes, begun, Lines.trimmed(bytes, begun, at), false));
                }
                if (found == Boundary.CLOSING) {
                    return parts;
                }
                begun = end;
            }
            at = end;
        }
        if (begun >= 0) {
            parts.add(new Entity(bytes, begun, to, true));
        }
        return parts;
    }

    private enum Boundary {
        NONE,
        BETWEEN,
        CLOSING;

        static Boundary of(byte[] bytes, int at, int end, byte[] mark) {
            if (mark.length == 2
                    || end - at < mark.length
                    || !Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                return NONE;
            }
            String rest = new String(bytes, at + mark.length, end - at - mark.length, StandardCharsets.ISO_8859_1);
            return rest.isBlank() ? BETWEEN : rest.strip().equals("--") ? CLOSING : NONE;
        }
    }
}
