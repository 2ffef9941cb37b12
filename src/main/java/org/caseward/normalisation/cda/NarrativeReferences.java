package org.caseward.normalisation.cda;

import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.caseward.extraction.CdaDocument;
import org.caseward.extraction.CdaModel;
import org.jspecify.annotations.Nullable;

/** Entries that say no word of their own but point into the text that people read ({@code <reference value="#problem1"/>}). */
final class NarrativeReferences {
    private static final QName ID = new QName("ID");
    private static final QName VALUE = new QName("value");
    private static final QName REFERENCE = new QName(CdaModel.NAMESPACE, "reference");

    private final CdaDocument document;
    private @Nullable Map<String, XdmNode> byId;

    NarrativeReferences(CdaDocument document) {
        this.document = document;
    }

    /** The place in the text that a wordless element points at; the element itself where it has words, points nowhere or astray. */
    XdmNode meant(XdmNode node) {
        if (node.getNodeKind() != XdmNodeKind.ELEMENT || !node.getStringValue().isBlank()) {
            return node;
        }
        for (XdmNode reference : (Iterable<XdmNode>) () -> node.axisIterator(Axis.CHILD, REFERENCE)) {
            String to = reference.getAttributeValue(VALUE);
            if (to != null && to.startsWith("#")) {
                return ids().getOrDefault(to.substring(1), node);
            }
        }
        return node;
    }

    private Map<String, XdmNode> ids() {
        Map<String, XdmNode> known = byId;
        if (known == null) {
            known = new HashMap<>();
            for (XdmNode node : (Iterable<XdmNode>) () -> document.root().axisIterator(Axis.DESCENDANT)) {
                if (node.getNodeKind() == XdmNodeKind.ELEMENT) {
                    String id = node.getAttributeValue(ID);
                    if (id != null) {
                        known.putIfAbsent(id, node);
                    }
                }
            }
            byId = known;
        }
        return known;
    }
}
