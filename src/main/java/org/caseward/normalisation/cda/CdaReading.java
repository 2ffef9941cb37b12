package org.caseward.normalisation.cda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.caseward.extraction.CdaDocument;
import org.caseward.extraction.CdaNarrative;
import org.caseward.extraction.CdaPlaces;
import org.caseward.normalisation.FieldsDraft;
import org.caseward.normalisation.Found;
import org.caseward.normalisation.RuleRunner;
import org.caseward.normalisation.mapping.Mapping;
import org.caseward.normalisation.mapping.Path;
import org.caseward.normalisation.mapping.Rule;
import org.caseward.normalisation.text.Line;
import org.caseward.report.Evidence;

/** One clinical document, read by a mapping. */
public final class CdaReading {
    public static final String METHOD = "cda";

    private static final Set<String> READ_BY_PEOPLE =
            Set.of("text", "content", "paragraph", "list", "item", "table", "tr", "td", "th", "caption", "linkHtml");

    /** A field keeps twenty values; more repetitions of them than this are a history that stands in the document. */
    private static final int MOST_FOUND = 30;

    private final CdaDocument document;
    private final NarrativeReferences references;

    public CdaReading(CdaDocument document) {
        this.document = document;
        this.references = new NarrativeReferences(document);
    }

    public void read(Mapping mapping, FieldsDraft draft) {
        mapping.rules().forEach(rule -> read(rule, document.root(), draft));
        for (Mapping.Each each : mapping.each()) {
            if (each.over() instanceof Path.Cda over) {
                nodes(over, document.root()).forEach(node -> each.rules().forEach(rule -> read(rule, node, draft)));
            }
        }
    }

    /** The lines of sections' text, in which labels are looked for. */
    public List<Line> lines(Mapping mapping) {
        return mapping.text().stream()
                .flatMap(path -> nodes(path, document.root()).stream().flatMap(node -> lines(node, path).stream()))
                .toList();
    }

    private List<Line> lines(XdmNode node, Path path) {
        Evidence place = new Evidence.AtPath(CdaPlaces.of(document, node));
        List<String> lines =
                path instanceof Path.Cda(String said, CdaPath over, Optional<CdaPath> template) && template.isPresent()
                        ? text(template.get(), node).lines().toList()
                        : node.getNodeKind() == XdmNodeKind.ELEMENT
                                ? CdaNarrative.labelled(node)
                                : List.of(node.getStringValue());
        return lines.stream().map(line -> Line.of(line, place)).toList();
    }

    private static List<XdmNode> nodes(Path path, XdmNode from) {
        return path instanceof Path.Cda cda
                ? cda.path().in(from).stream()
                        .filter(XdmNode.class::isInstance)
                        .map(XdmNode.class::cast)
                        .toList()
                : List.of();
    }

    private void read(Rule rule, XdmNode from, FieldsDraft draft) {
        RuleRunner.run(rule, named(rule, from), path -> find(path, from), draft);
    }

    private String named(Rule rule, XdmNode from) {
        return rule.naming()
                .map(place -> rule.named(
                        find(place, from).stream().map(Found::raw).findFirst().orElse("")))
                .orElse(rule.name());
    }

    private List<Found> find(Path path, XdmNode from) {
        return path instanceof Path.Cda cda
                ? cda.path().in(from).stream()
                        .limit(MOST_FOUND)
                        .map(item -> found(item, cda, from))
                        .filter(found -> !found.raw().isBlank())
                        .toList()
                : List.of();
    }

    /** A text put together stands where it was put together from: at the node at hand, or where the path says. */
    private Found found(XdmItem item, Path.Cda path, XdmNode from) {
        if (item instanceof XdmNode node) {
            XdmNode meant = references.meant(node);
            String text = path.template().map(as -> text(as, node)).orElseGet(() -> text(meant));
            return found(text, CdaPlaces.of(document, meant));
        }
        boolean below = from.getNodeKind() != XdmNodeKind.DOCUMENT;
        String at = document.at().isEmpty() ? path.text() : document.at() + "/" + path.text();
        return found(item.getStringValue(), below ? CdaPlaces.of(document, from) : at);
    }

    private static String text(CdaPath template, XdmNode from) {
        return template.in(from).stream()
                .map(item -> item instanceof XdmNode node ? text(node) : item.getStringValue())
                .collect(Collectors.joining(" "));
    }

    private static Found found(String text, String at) {
        return new Found(text, 1, METHOD, List.of(new Evidence.AtPath(at)));
    }

    /** Of what people read its lines; of any other element its texts with single spaces, for a name's parts stand close together. */
    private static String text(XdmNode node) {
        if (node.getNodeKind() != XdmNodeKind.ELEMENT) {
            return node.getStringValue().strip();
        }
        if (READ_BY_PEOPLE.contains(node.getNodeName().getLocalName())) {
            return String.join(" ", CdaNarrative.labelled(node));
        }
        List<String> texts = new ArrayList<>();
        for (XdmNode part : (Iterable<XdmNode>) () -> node.axisIterator(Axis.DESCENDANT)) {
            if (part.getNodeKind() == XdmNodeKind.TEXT) {
                texts.add(part.getStringValue().strip());
            }
        }
        return String.join(" ", texts).strip();
    }
}
