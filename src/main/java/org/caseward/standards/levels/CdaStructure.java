package org.caseward.standards.levels;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XdmItem;
import org.caseward.extraction.CdaDocument;
import org.caseward.extraction.CdaModel;
import org.caseward.extraction.Source;
import org.caseward.report.Missing;
import org.caseward.report.ValidationLevel;
import org.caseward.standards.CheckedReport;

/** A clinical document has what the header of every C-CDA has (US Realm Header, C-CDA R2.1, 1.1), as far as a report needs it, and says by which templates it was made. */
final class CdaStructure implements LevelRule {
    private static final XPathExecutable PARTS = CdaModel.compile("distinct-values(ClinicalDocument/*/local-name())");
    /** In the order of the header; what each says. */
    private static final List<Map.Entry<String, String>> NEEDS = List.of(
            Map.entry("templateId", "by which templates it was made"),
            Map.entry("id", "which document it is"),
            Map.entry("code", "what kind of document it is"),
            Map.entry("effectiveTime", "when it was made"),
            Map.entry("recordTarget", "who the patient is"),
            Map.entry("author", "who wrote it"),
            Map.entry("custodian", "who keeps the original"),
            Map.entry("component", "anything of the visit"));

    @Override
    public ValidationLevel guards() {
        return ValidationLevel.STRUCTURED;
    }

    @Override
    public List<Missing> missing(CheckedReport report) {
        return report.matched().normalised().extracted().source() instanceof Source.Cda(CdaDocument document)
                ? missing(document)
                : List.of();
    }

    private static List<Missing> missing(CdaDocument document) {
        Set<String> there = CdaModel.items(PARTS, document.root()).stream()
                .map(XdmItem::getStringValue)
                .collect(Collectors.toSet());
        return NEEDS.stream()
                .filter(part -> !there.contains(part.getKey()))
                .map(part -> new Missing(
                        "cda-" + part.getKey().toLowerCase(java.util.Locale.ROOT) + "-missing",
                        "The document has no " + part.getKey() + ", so it does not say " + part.getValue()
                                + ". Send the C-CDA with its whole header."))
                .toList();
    }
}
