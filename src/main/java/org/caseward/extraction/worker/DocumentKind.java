package org.caseward.extraction.worker;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The kinds of document that can be read. */
enum DocumentKind {
    PDF,
    TIFF,
    PNG,
    JPEG,
    TEXT,
    OTHER;

    /** PDF readers look for the header in the first 1024 bytes (ISO 32000-1, Annex H.3, note 13). */
    private static final int HEADER_WITHIN = 1024;

    /** By the bytes' own signature; where they have none, by what was declared, so that a broken TIFF is told of as a TIFF. */
    static DocumentKind of(byte[] content, String declared) {
        String start = new String(content, 0, Math.min(content.length, HEADER_WITHIN), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return PDF;
        }
        // II*, MM* and BigTIFF's version 43
        if (start.startsWith("II*\0")
                || start.startsWith("MM\0*")
                || start.startsWith("II+\0")
                || start.startsWith("MM\0+")) {
            return TIFF;
        }
        if (start.startsWith("\u0089PNG")) {
            return PNG;
        }
        return start.startsWith("\u00ff\u00d8\u00ff") ? JPEG : declared(declared);
    }

    private static DocumentKind declared(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        return switch (parameters < 0
                ? type.strip()
                : type.substring(0, parameters).strip()) {
            case "application/pdf" -> PDF;
            case "image/tiff", "image/tif" -> TIFF;
            case "image/png" -> PNG;
            case "image/jpeg", "image/jpg" -> JPEG;
            case "text/plain" -> TEXT;
            default -> OTHER;
        };
    }
}
