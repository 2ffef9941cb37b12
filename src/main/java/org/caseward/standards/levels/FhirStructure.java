package org.caseward.standards.levels;

import java.util.List;
import org.caseward.extraction.Source;
import org.caseward.report.Missing;
import org.caseward.report.ValidationLevel;
import org.caseward.standards.CheckedReport;
import org.caseward.validation.RequiredElements;

/** A FHIR resource has the elements that R4 requires (minimum cardinality of the base definitions). The FHIR door refuses what lacks them; other doors keep it. */
final class FhirStructure implements LevelRule {
    private static final int MOST = 20;

    @Override
    public ValidationLevel guards() {
        return ValidationLevel.STRUCTURED;
    }

    @Override
    public List<Missing> missing(CheckedReport report) {
        return report.matched().normalised().extracted().source() instanceof Source.Fhir fhir
                ? RequiredElements.missing(fhir.resource()).stream()
                        .distinct()
                        .limit(MOST)
                        .map(path -> new Missing(
                                "element-missing",
                                "The element " + path + " is required by FHIR R4 and missing. Send it."))
                        .toList()
                : List.of();
    }
}
