package org.caseward.extraction;

import java.util.List;
import java.util.Set;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XdmNode;
import org.caseward.report.Reason;

/** The documents that a clinical document carries: its body where that is none of sections (a PDF, a scan), and pictures that its sections show. */
final class CdaBodies {
    private static final XPathExecutable BODY = CdaModel.compile("ClinicalDocument/component/nonXMLBody/text");
    private static final XPathExecutable PICTURES =
            CdaModel.compile("ClinicalDocument//observationMedia/value[normalize-space(.)]");
    private static final XPathExecutable ELSEWHERE = CdaModel.compile("string(reference/@value)");
    /** Alternatives of one picture beyond these are no report. */
    private static final int MOST_PICTURES = 50;

    private CdaBodies() {}

    static EmbeddedDocuments of(CdaDocument document) {
        EmbeddedDocuments.Collector into = new EmbeddedDocuments.Collector();
        for (XdmNode body : CdaModel.nodes(BODY, document.root())) {
            body(body, CdaPlaces.of(document, body), into);
        }
        CdaModel.nodes(PICTURES, document.root()).stream()
                .limit(MOST_PICTURES)
                .forEach(picture -> content(picture, CdaPlaces.of(document, picture), into));
        return into.found();
    }

    private static void body(XdmNode body, String at, EmbeddedDocuments.Collector into) {
        List<String> elsewhere = CdaModel.texts(ELSEWHERE, body);
        if (body.getStringValue().isBlank() && !String.join("", elsewhere).isBlank()) {
            into.note(
                    EmbeddedDocuments.unreadable(
                            at,
                            new Reason(
                                    "document-elsewhere",
                                    "The clinical document only names a file that did not come with it. Ask the sender for that file, or for a document that holds it.")));
            return;
        }
        content(body, at, into);
    }

    private static void content(XdmNode value, String at, EmbeddedDocuments.Collector into) {
        String type = attribute(value, "mediaType");
        if (!attribute(value, "compression").isEmpty()) {
            into.note(EmbeddedDocuments.unreadable(
                    at,
                    new Reason(
                            "document-packed",
                            "It is compressed, which is not opened here. Ask the sender to send it as it is.")));
        } else if (attribute(value, "representation").equals("B64") || !isText(type)) {
            into.addEncoded(at, type, "Base64", value.getStringValue());
        } else if (!value.getStringValue().isBlank()) {
            into.add(at, "text/plain", CdaNarrative.plain(value).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** Without a media type it is text (HL7 data type ED). */
    private static boolean isText(String type) {
        return type.isEmpty()
                || type.startsWith("text/")
                || Set.of("application/xml").contains(type);
    }

    private static String attribute(XdmNode node, String name) {
        String value = node.getAttributeValue(new QName(name));
        return value == null ? "" : value.strip();
    }
}
