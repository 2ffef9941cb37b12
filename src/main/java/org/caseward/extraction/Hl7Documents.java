package org.caseward.extraction;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.util.Terser;
import java.util.Locale;
import java.util.Set;

/** Finds the documents in the OBX segments of an HL7 v2 message: data type ED, its parts source ^ type ^ subtype ^ encoding ^ data (HL7 v2.5, 2.A.24). */
final class Hl7Documents {
    private static final Set<String> ENCODINGS = Set.of("base64", "hex");

    private Hl7Documents() {}

    static void collect(Message message, EmbeddedDocuments.Collector into) {
        int[] count = {0};
        try {
            for (String name : message.getNames()) {
                for (Structure structure : message.getAll(name)) {
                    if (structure instanceof Segment segment
                            && segment.getName().equals("OBX")) {
                        obx(segment, ++count[0], into);
                    }
                }
            }
        } catch (HL7Exception e) {
            throw new IllegalStateException("A parsed message could not be walked", e);
        }
    }

    private static void obx(Segment obx, int number, EmbeddedDocuments.Collector into) throws HL7Exception {
        int repetitions = obx.getField(5).length;
        for (int each = 0; each < repetitions; each++) {
            String encoding = part(obx, each, 4);
            String data = part(obx, each, 5);
            // some senders leave OBX-2 empty: the named encoding says enough
            if (ENCODINGS.contains(encoding.strip().toLowerCase(Locale.ROOT)) && !data.isBlank()) {
                into.addEncoded("OBX(" + number + ")-5", mediaType(obx, each), encoding, data);
            }
        }
    }

    /** Type and subtype as in {@code application^pdf}; or the subtype alone, as in {@code ^TEXT^PDF}. */
    private static String mediaType(Segment obx, int repetition) throws HL7Exception {
        String type = part(obx, repetition, 2).strip().toLowerCase(Locale.ROOT);
        String subtype = part(obx, repetition, 3).strip().toLowerCase(Locale.ROOT);
        return switch (subtype) {
            case "pdf" -> "application/pdf";
            case "tiff", "tif" -> "image/tiff";
            case "jpeg", "jpg" -> "image/jpeg";
            case "png" -> "image/png";
            case "plain", "text", "txt" -> "text/plain";
            default -> type + "/" + subtype;
        };
    }

    private static String part(Segment obx, int repetition, int component) throws HL7Exception {
        String value = Terser.get(obx, 5, repetition, component, 1);
        return value == null ? "" : value;
    }
}
