package org.caseward.extraction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** XML's bytes as text, from the first tag on: by the byte order mark, by what it says of itself, and where that is not so, as Windows' western letters. */
final class XmlText {
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    /** A longer foreword than this nobody writes. */
    private static final int HEAD = 1 << 16;

    private XmlText() {}

    /** Cheap enough for every attachment: whether the first sign, behind a byte order mark and blanks, opens a tag. */
    static boolean opens(byte[] content) {
        for (int i = 0; i < Math.min(content.length, 200); i++) {
            int sign = content[i] & 0xff;
            if (sign == '<') {
                return true;
            }
            if (sign > ' ' && sign < 0xbb) {
                return false;
            }
        }
        return false;
    }

    /** As much of it as a first element is looked for in. */
    static String head(byte[] content) {
        Charset charset = wide(content).orElse(StandardCharsets.ISO_8859_1);
        return new String(content, 0, Math.min(content.length, HEAD), charset);
    }

    static String of(byte[] content) {
        String text = wide(content).map(wide -> new String(content, wide)).orElseGet(() -> narrow(content));
        int start = Math.max(text.indexOf('<'), 0);
        int end = text.length();
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    private static String narrow(byte[] content) {
        Charset charset = declared(content).orElse(StandardCharsets.UTF_8);
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException notSo) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private static Optional<Charset> wide(byte[] content) {
        if (content.length < 2) {
            return Optional.empty();
        }
        int first = content[0] & 0xff;
        int second = content[1] & 0xff;
        if (first == 0xfe && second == 0xff || first == 0 && second == '<') {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        boolean little = first == 0xff && second == 0xfe || first == '<' && second == 0;
        return little ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    /** One that it can't be in, since these letters could be read, is not believed. */
    private static Optional<Charset> declared(byte[] content) {
        Matcher found =
                DECLARED.matcher(new String(content, 0, Math.min(content.length, 400), StandardCharsets.ISO_8859_1));
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(found.group(1)))
                    .filter(charset -> !charset.name().startsWith("UTF-16")
                            && !charset.name().startsWith("UTF-32"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
