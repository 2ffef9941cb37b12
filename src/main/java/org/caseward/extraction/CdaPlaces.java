package org.caseward.extraction;

import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.SameNameTest;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.tree.iter.AxisIterator;

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
            case ELEMENT -> node.getNodeName().getLocalName() + number(node.getUnderlyingNode());
            default -> "text()";
        };
    }

    /** {@code [2]} where it has brothers of its name; nothing where it is the only one. */
    private static String number(NodeInfo element) {
        NodeInfo parent = element.getParent();
        if (parent == null) {
            return "";
        }
        int place = 0;
        int count = 0;
        AxisIterator brothers = parent.iterateAxis(AxisInfo.CHILD, new SameNameTest(element));
        for (NodeInfo each = brothers.next(); each != null; each = brothers.next()) {
            count++;
            place = each.equals(element) ? count : place;
            if (place > 0 && count > 1) {
                break;
            }
        }
        return count > 1 ? "[" + place + "]" : "";
    }
}
