package org.caseward.normalisation;

import java.util.List;
import org.caseward.extraction.ExtractedReport;
import org.caseward.report.DocumentType;
import org.caseward.report.Fields;

/** A report in the hub's own words. */
public record NormalisedReport(
        ExtractedReport extracted, DocumentType type, Fields fields, List<MappingUsed> mappings, SourceStatus status) {
    public NormalisedReport {
        mappings = List.copyOf(mappings);
    }

    @Override
    public String toString() {
        return "NormalisedReport[" + extracted.received().id() + ", " + type.code() + "]";
    }
}
