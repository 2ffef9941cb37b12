package org.caseward.intake.portal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of file that the portal takes, known by their first bytes: whoever hands in another is told so at once, not when nobody can read it. */
enum FileKind {
    PDF("application/pdf"),
    TIFF("image/tiff"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    CLINICAL_DOCUMENT("text/xml"),
    TEXT("text/plain");

    /** ISO 32000-1, Annex H.3, note 13. */
    private static final int PDF_HEADER_WITHIN = 1024;

    /** A C-CDA begins with its first element, but for an XML declaration, comments and the like. */
    private static final int CLINICAL_WITHIN = 4096;

    private static final Pattern CLINICAL = Pattern.compile("<(?:[\\w.-]+:)?ClinicalDocument[\\s>]");

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<FileKind> of(HandedFile file) {
        byte[] bytes = file.bytes();
        String start = new String(bytes, 0, Math.min(bytes.length, PDF_HEADER_WITHIN), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return Optional.of(PDF);
        }
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return Optional.of(TIFF);
        }
        if (start.startsWith("\u0089PNG")) {
            return Optional.of(PNG);
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (isClinicalDocument(bytes)) {
            return Optional.of(CLINICAL_DOCUMENT);
        }
        boolean saysText = file.declared().toLowerCase(Locale.ROOT).startsWith("text/plain")
                || file.name().toLowerCase(Locale.ROOT).endsWith(".txt");
        return saysText && isText(bytes) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean isClinicalDocument(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, CLINICAL_WITHIN), StandardCharsets.ISO_8859_1);
        int first = head.indexOf('<');
        return first >= 0 && first < 8 && CLINICAL.matcher(head).find();
    }

    private static boolean isText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f');
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
