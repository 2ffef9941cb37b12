package org.caseward.normalisation.fhir;

import java.util.Set;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** A narrative's words in lines; of a table, a line for each row. */
final class XhtmlLines {
    private static final Set<String> BLOCKS =
            Set.of("p", "div", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "caption");
    private static final Set<String> SKIPPED = Set.of("script", "style", "del");

    private final StringBuilder out = new StringBuilder();

    private XhtmlLines() {}

    static String of(XhtmlNode narrative) {
        XhtmlLines lines = new XhtmlLines();
        lines.walk(narrative);
        return lines.out.toString().strip();
    }

    private void walk(XhtmlNode node) {
        String name = node.getName() == null ? "" : node.getName();
        if (node.getNodeType() == NodeType.Text) {
            out.append(node.getContent().replaceAll("\\s+", " "));
        } else if (name.equals("br")) {
            out.append('\n');
        } else if (!SKIPPED.contains(name)) {
            boolean block = BLOCKS.contains(name);
            newLine(block);
            node.getChildNodes().forEach(this::walk);
            // two blanks part columns, as they do in any text
            out.append(name.equals("td") || name.equals("th") ? "  " : "");
            newLine(block);
        }
    }

    private void newLine(boolean wanted) {
        if (wanted && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}
