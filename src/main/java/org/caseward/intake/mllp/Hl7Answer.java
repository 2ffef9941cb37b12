package org.caseward.intake.mllp;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Builds acknowledgements (HL7 v2 chapter 2, ACK): MSH and MSA, with the reason as text in MSA-3 and, where refused, an ERR segment. */
final class Hl7Answer {
    /** What we say; the second letter is the same in both modes. */
    enum Code {
        /** Durable. */
        ACCEPT("AA", "CA"),
        /** Kept in quarantine, but it can't be used as it is: sending it again unchanged is of no use. */
        REJECT("AR", "CR"),
        /** We could not keep it: send it again. */
        ERROR("AE", "CE");

        private final String original;
        private final String enhanced;

        Code(String original, String enhanced) {
            this.original = original;
            this.enhanced = enhanced;
        }

        String original() {
            return original;
        }

        String enhanced() {
            return enhanced;
        }
    }

    /** One to five separators, none of them a letter, a digit or a blank (MSH-2; the fifth since v2.7). */
    private static final Pattern USABLE = Pattern.compile("[!-/:-@\\[-`{-~]{1,5}");

    private static final MshHeader NOBODY =
            new MshHeader('|', "^~\\&", "", "", "CASEWARD", "", "", "", "P", "2.5.1", "", "");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final AtomicLong SEQUENCE = new AtomicLong(System.currentTimeMillis());

    private Hl7Answer() {}

    /** Empty where the sender does not want to hear it. */
    static Optional<byte[]> to(MshHeader header, Code code, String text) {
        return header.answer(code).map(answer -> to(header, code, answer, text));
    }

    private static byte[] to(MshHeader header, Code code, String answer, String text) {
        char f = header.fieldSeparator();
        String encoding = USABLE.matcher(header.encoding()).matches() ? header.encoding() : "^~\\&";
        String version = header.version().isBlank() ? "2.5.1" : header.version();
        String processing = header.processingId().isBlank() ? "P" : header.processingId();
        StringBuilder ack = new StringBuilder(256);
        ack.append("MSH").append(f).append(encoding);
        for (String field : new String[] {
            header.receivingApplication(),
            header.receivingFacility(),
            header.sendingApplication(),
            header.sendingFacility(),
            LocalDateTime.now().format(TIME),
            "",
            "ACK",
            "CW" + SEQUENCE.incrementAndGet(),
            processing,
            version
        }) {
            ack.append(f).append(field);
        }
        ack.append("\rMSA").append(f).append(answer).append(f).append(header.controlId());
        ack.append(f).append(text).append('\r');
        if (code != Code.ACCEPT) {
            ack.append("ERR").append(f).append(f).append(f).append(code == Code.REJECT ? "200" : "207");
            ack.append(f)
                    .append('E')
                    .append(f)
                    .append(f)
                    .append(f)
                    .append(f)
                    .append(text)
                    .append('\r');
        }
        return ack.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** For what has no header to answer to. */
    static byte[] toNobody(Code code, String text) {
        return to(NOBODY, code, code.original, text);
    }
}
