package org.caseward.extraction;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/** The text that a section is read by, as plain lines. Only words come out of it: no style, no script, no link, nothing that its author marked as deleted. */
public final class CdaNarrative {
    private static final Set<String> BLOCKS = Set.of(
            "paragraph",
            "p",
            "div",
            "caption",
            "item",
            "li",
            "list",
            "ul",
            "ol",
            "text",
            "footnote",
            "pre",
            "table",
            "h1",
            "h2",
            "h3",
            "h4");
    private static final Set<String> SKIPPED = Set.of("script", "style", "renderMultiMedia", "reference");
    /** Notes that were pasted as they are: a line that begins like a label is one of its own, as is one behind an empty line. */
    private static final Pattern OWN_LINE =
            Pattern.compile("[ \\t]*\\R[ \\t]*(?=\\R|(?:[-*•] |[A-Z][\\w /'()-]{1,40}:))");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final QName REVISED = new QName("revised");
    private static final QName LIST_TYPE = new QName("listType");

    private final StringBuilder out = new StringBuilder();
    private final boolean labelled;
    /** Behind an item's sign: what it holds begins there, even where that is a paragraph. */
    private int itemBegins = -1;

    private CdaNarrative(boolean labelled) {
        this.labelled = labelled;
    }

    /** As a person reads it on a page: columns under their heads. */
    static String plain(XdmNode text) {
        return lines(text, false);
    }

    /** As labels are looked for: every cell of a table behind the head of its column, {@code Work status: off work}. */
    public static List<String> labelled(XdmNode text) {
        return lines(text, true).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String lines(XdmNode text, boolean labelled) {
        CdaNarrative narrative = new CdaNarrative(labelled);
        narrative.walk(text);
        return narrative.out.toString().strip();
    }

    private void walk(XdmNode node) {
        if (node.getNodeKind() == XdmNodeKind.TEXT) {
            words(node.getStringValue());
        } else if (node.getNodeKind() == XdmNodeKind.ELEMENT && !"delete".equals(node.getAttributeValue(REVISED))) {
            element(node, node.getNodeName().getLocalName());
        }
    }

    private void element(XdmNode element, String name) {
        if (SKIPPED.contains(name)) {
            return;
        }
        if (name.equals("br")) {
            out.append('\n');
            return;
        }
        boolean block = BLOCKS.contains(name);
        if (block) {
            newLine();
        }
        switch (name) {
            case "table" -> table(element);
            case "list", "ul", "ol" -> list(element);
            default -> element.children().forEach(this::walk);
        }
        if (block) {
            newLine();
        }
    }

    private void table(XdmNode table) {
        table.children("caption").forEach(this::walk);
        NarrativeTable rows = new NarrativeTable();
        for (XdmNode row : (Iterable<XdmNode>) () -> table.axisIterator(Axis.DESCENDANT)) {
            if (isElement(row, "tr")) {
                rows.add(cells(row), heads(row));
            }
        }
        newLine();
        (labelled ? rows.labelled() : rows.aligned())
                .forEach(line -> out.append(line).append('\n'));
    }

    private List<String> cells(XdmNode row) {
        return children(row).stream()
                .filter(cell -> isElement(cell, "td") || isElement(cell, "th"))
                .map(cell -> lines(cell, labelled).replaceAll("\\s*\\R\\s*", "; "))
                .toList();
    }

    private static boolean heads(XdmNode row) {
        boolean inHead = row.getParent() != null && isElement(row.getParent(), "thead");
        return inHead || children(row).stream().noneMatch(cell -> isElement(cell, "td"));
    }

    private void list(XdmNode list) {
        int number = 0;
        boolean ordered = "ordered".equals(list.getAttributeValue(LIST_TYPE));
        for (XdmNode item : children(list)) {
            newLine();
            if (isElement(item, "item") || isElement(item, "li")) {
                out.append(ordered ? ++number + ". " : "- ");
                itemBegins = out.length();
                item.children().forEach(this::walk);
            } else {
                walk(item);
            }
        }
    }

    private static List<XdmNode> children(XdmNode node) {
        List<XdmNode> children = new java.util.ArrayList<>();
        node.children().forEach(children::add);
        return children;
    }

    private static boolean isElement(XdmNode node, String name) {
        return node.getNodeKind() == XdmNodeKind.ELEMENT
                && name.equals(node.getNodeName().getLocalName());
    }

    private void words(String text) {
        boolean first = true;
        for (String line : OWN_LINE.split(text)) {
            if (!first) {
                newLine();
            }
            first = false;
            String tidy = BLANKS.matcher(line).replaceAll(" ");
            boolean atStart =
                    out.isEmpty() || out.charAt(out.length() - 1) == '\n' || out.charAt(out.length() - 1) == ' ';
            out.append(atStart ? tidy.stripLeading() : tidy);
        }
    }

    private void newLine() {
        if (out.length() == itemBegins) {
            return;
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        if (end > 0 && out.charAt(end - 1) != '\n') {
            out.append('\n');
        }
    }
}
