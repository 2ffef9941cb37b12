package org.caseward.intake.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text in whatever character set a part is in; on it goes as UTF-8. */
final class Text {
    private Text() {}

    /** By the declared set; where there is none or it is none, as UTF-8, and where it can't be that, as Windows-1252, which is what such programs mean. */
    static String of(byte[] bytes, String declared) {
        Optional<Charset> charset = charset(declared);
        if (charset.isPresent()) {
            return new String(bytes, charset.get());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static Optional<Charset> charset(String declared) {
        try {
            return declared.isBlank() || declared.equalsIgnoreCase("us-ascii")
                    ? Optional.empty()
                    : Optional.of(Charset.forName(MimeUtility.javaCharset(declared)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static byte[] utf8(byte[] bytes, String declared) {
        return utf8(of(bytes, declared));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static boolean isBlank(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8).isBlank();
    }
}
