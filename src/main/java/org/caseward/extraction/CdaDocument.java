package org.caseward.extraction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XdmNode;
import org.caseward.report.Reason;

/**
 * A clinical document (HL7 CDA R2, of which C-CDA is the U.S. form), parsed.
 *
 * @param at where in the received message it stands, {@code OBX(3)-5}; empty where it is all that was received
 * @param root the document node
 */
public record CdaDocument(String at, XdmNode root) {
    private static final XPathExecutable TEMPLATES = CdaModel.compile("ClinicalDocument/templateId/@root");
    private static final XPathExecutable CODES = CdaModel.compile(
            "(ClinicalDocument/code/@code, ClinicalDocument/code/translation/@code)[normalize-space(.)]");

    /**
     * What parsing came to.
     *
     * @param document nothing where it was refused
     * @param refusal why ({@code xml-dtd}, {@code cda-unreadable}, {@code cda-namespace}, {@code cda-oversize})
     */
    public record Parsed(Optional<CdaDocument> document, Optional<Reason> refusal) {}

    /** Parses a clinical document by itself, as the extraction stage does, without its pages. */
    public static Parsed parse(byte[] content) {
        try {
            return new Parsed(Optional.of(CdaDocuments.parse(content, "")), Optional.empty());
        } catch (UnreadableException unreadable) {
            return new Parsed(Optional.empty(), Optional.of(unreadable.reason()));
        }
    }

    /** Its template ids, the most particular as they were written, then the codes of its type. */
    public List<String> kinds() {
        return Stream.of(TEMPLATES, CODES)
                .flatMap(path -> CdaModel.texts(path, root).stream())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "CdaDocument[" + at + "]";
    }
}
