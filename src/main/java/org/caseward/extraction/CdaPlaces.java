package org.caseward.extraction;

import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.jspecify.annotations.Nullable;

/** Where a node of a clinical document stands, as an XPath that a person can follow: {@code ClinicalDocument/recordTarget/patientRole/id[2]/@extension}. */
public final class CdaPlaces {
    private CdaPlaces() {}

    /** Behind the place of the document itself, where it came inside a message. */
    public static String of(CdaDocument document, XdmNode node) {
        String within = path(node);
        return document.at().isEmpty() ? within : document.at() + "/" + within;
    }

    private static String path(XdmNode node) {
        StringBuilder path = new StringBuilder();
        XdmNode at = node;
        while (at != null && at.getNodeKind() != XdmNodeKind.DOCUMENT) {
            String step = step(at);
            path.insert(0, path.isEmpty() ? step : step + "/");
            at = at.getParent();
        }
        return path.toString();
    }

    private static String step(XdmNode node) {
        return switch (node.getNodeKind()) {
            case ATTRIBUTE -> "@" + node.getNodeName().getLocalName();
            case ELEMENT -> node.getNodeName().getLocalName() + number(node);
            default -> "text()";
        };
    }

    /** {@code [2]} where it has brothers of its name; nothing where it is the only one. */
    private static String number(XdmNode element) {
        @Nullable QName name = element.getNodeName();
        int before = count(element, Axis.PRECEDING_SIBLING, name);
        return before > 0 || count(element, Axis.FOLLOWING_SIBLING, name) > 0 ? "[" + (before + 1) + "]" : "";
    }

    private static int count(XdmNode element, Axis axis, @Nullable QName name) {
        int count = 0;
        for (XdmNode other : (Iterable<XdmNode>) () -> element.axisIterator(axis, name)) {
            count += other.getNodeKind() == XdmNodeKind.ELEMENT ? 1 : 0;
        }
        return count;
    }
}
