package org.caseward.extraction;

import ca.uhn.hl7v2.model.Message;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.caseward.report.Reason;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * Documents carried inside a message.
 *
 * @param notes what could not even be decoded
 */
record EmbeddedDocuments(List<Embedded> documents, List<Reason> notes) {
    /**
     * @param path where in the message it stands
     * @param mediaType as declared, empty where it was not
     */
    record Embedded(String path, String mediaType, byte[] content) {
        @Override
        public String toString() {
            return "Embedded[" + path + "]";
        }
    }

    static EmbeddedDocuments of(Message message) {
        Collector collector = new Collector();
        Hl7Documents.collect(message, collector);
        return collector.found();
    }

    /** @param held the document of a hash in the report's program, where it is kept */
    static EmbeddedDocuments of(IBaseResource resource, Function<String, Optional<byte[]>> held) {
        Collector collector = new Collector();
        new FhirDocuments(held, collector).collect(resource);
        return collector.found();
    }

    /** SHA-256 of each. */
    List<byte[]> hashes() {
        return documents.stream().map(each -> sha256(each.content())).toList();
    }

    static Reason unreadable(String path, Reason why) {
        return new Reason(
                "embedded-document-unreadable", "The document at " + path + " could not be read. " + why.text());
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes what a message carries. */
    static final class Collector {
        private final List<Embedded> documents = new ArrayList<>();
        private final List<Reason> notes = new ArrayList<>();

        void add(String path, String mediaType, byte[] content) {
            if (documents.stream().noneMatch(other -> java.util.Arrays.equals(other.content(), content))) {
                documents.add(new Embedded(path, mediaType, content));
            }
        }

        void note(Reason reason) {
            notes.add(reason);
        }

        /** @param encoding {@code Base64} or {@code Hex} (HL7 table 0299) */
        void addEncoded(String path, String mediaType, String encoding, String data) {
            decoded(encoding, data)
                    .ifPresentOrElse(
                            content -> add(path, mediaType, content),
                            () -> notes.add(unreadable(
                                    path,
                                    new Reason(
                                            "not-decodable",
                                            "It is damaged or cut off. Ask the sender to send it again."))));
        }

        private static Optional<byte[]> decoded(String encoding, String data) {
            String packed = data.replaceAll("\\s+", "");
            try {
                return Optional.of(
                        "hex".equals(encoding.strip().toLowerCase(Locale.ROOT))
                                ? HexFormat.of().parseHex(packed)
                                : Base64.getDecoder().decode(packed));
            } catch (IllegalArgumentException damaged) {
                return Optional.empty();
            }
        }

        EmbeddedDocuments found() {
            return new EmbeddedDocuments(List.copyOf(documents), List.copyOf(notes));
        }
    }
}
