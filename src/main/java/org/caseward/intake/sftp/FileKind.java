package org.caseward.intake.sftp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caseward.intake.Delivery.Lane;
import org.caseward.intake.mllp.Hl7Batch;

/**
 * What a file is: by the bytes it begins with, and where they say nothing by its name. Nobody is refused for it; what can't be read waits in quarantine.
 *
 * @param lane messages and resources without a document inside never wait behind a page that is read by OCR
 */
public record FileKind(String mediaType, Lane lane) {
    private static final String HL7 = "x-application/hl7-v2+er7";
    private static final String FHIR_JSON = "application/fhir+json";
    private static final String FHIR_XML = "application/fhir+xml";
    private static final int HEAD = 4096;
    /** C-CDA: told by its first element, whatever its name ends with. */
    private static final Pattern CLINICAL_DOCUMENT = Pattern.compile("<(?:[\\w.-]+:)?ClinicalDocument[\\s>]");

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("hl7", HL7),
            Map.entry("txt", "text/plain"),
            Map.entry("json", FHIR_JSON),
            Map.entry("xml", FHIR_XML));

    /** @param name the file's name, with or without its folders */
    public static FileKind of(String name, byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        String type = bySignature(head);
        if (type.isEmpty()) {
            type = BY_NAME.getOrDefault(ending(name), "application/octet-stream");
        }
        return new FileKind(type, lane(type, content));
    }

    private static String bySignature(String head) {
        if (head.startsWith("%PDF-")) {
            return "application/pdf";
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*") || head.startsWith("II+\0")) {
            return "image/tiff";
        }
        if (head.startsWith("\u0089PNG")) {
            return "image/png";
        }
        return head.startsWith("\u00ff\u00d8\u00ff") ? "image/jpeg" : byText(text(head));
    }

    private static String byText(String text) {
        if (text.startsWith("MSH") || text.startsWith("FHS") || text.startsWith("BHS")) {
            return HL7;
        }
        if (text.startsWith("{") && text.contains("\"resourceType\"")) {
            return FHIR_JSON;
        }
        if (text.startsWith("<") && CLINICAL_DOCUMENT.matcher(text).find()) {
            return "text/xml";
        }
        return text.startsWith("<") && text.contains("http://hl7.org/fhir") ? FHIR_XML : "";
    }

    /**
     * What is delivered of a file: itself, or each message of an HL7 batch by itself, so that each has its receipt and goes its own way.
     *
     * @return its pieces, and why they may not be all
     */
    public Hl7Batch pieces(byte[] content) {
        return mediaType.equals(HL7) ? Hl7Batch.of(content) : new Hl7Batch(List.of(content), Optional.empty());
    }

    /** The channel's key of a piece: where there is only one, the file's own. */
    public static String key(String file, int piece, int pieces) {
        return pieces == 1 ? file : file + '\0' + piece;
    }

    /** Without the byte order mark, frame or empty lines that some senders put before the first letter. */
    private static String text(String head) {
        int start = 0;
        while (start < head.length() && (head.charAt(start) <= ' ' || head.charAt(start) > '~')) {
            start++;
        }
        return head.substring(start);
    }

    private static Lane lane(String type, byte[] content) {
        String inside = switch (type) {
            case HL7 -> "|ED|";
            case FHIR_JSON -> "\"data\"";
            case FHIR_XML -> "<data ";
            default -> "";
        };
        // one byte a character, whatever the charset: only ASCII is looked for
        boolean structured = !inside.isEmpty() && !new String(content, StandardCharsets.ISO_8859_1).contains(inside);
        return structured ? Lane.STRUCTURED : Lane.DOCUMENTS;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
