package org.caseward.standards.levels;

import java.util.ArrayList;
import java.util.List;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.DocumentType;
import org.caseward.report.Finding;
import org.caseward.report.Missing;
import org.caseward.report.ValidationLevel;
import org.caseward.standards.CheckedReport;
import org.caseward.standards.MinimumData;

/** What every report needs to be placed, and what completes one of its type; a sheet that is no report reaches it never. */
final class MinimumDataSet implements LevelRule {
    private static final String PLACING = "minimum-data-missing";

    @Override
    public ValidationLevel guards() {
        return ValidationLevel.COMPLETE;
    }

    @Override
    public List<Missing> missing(CheckedReport report) {
        NormalisedReport normalised = report.matched().normalised();
        return switch (normalised.type()) {
            case COVER_SHEET, JUNK ->
                List.of(
                        new Missing(
                                "no-report",
                                "This is a cover sheet or not a report at all. Send the report itself; nothing is filed of this sheet."));
            default -> missing(report, normalised);
        };
    }

    private static List<Missing> missing(CheckedReport report, NormalisedReport normalised) {
        List<Missing> missing = new ArrayList<>();
        Way way = Way.of(normalised.extracted().source());
        if (normalised.type() == DocumentType.UNKNOWN) {
            missing.add(new Missing(
                    "type-unknown", "What kind of report this is could not be told. " + way.how("documentType")));
        }
        MinimumData.missing(normalised)
                .forEach(need -> missing.add(new Missing(
                        need.id(), need.lacks() + " " + way.how(need.fields().getFirst()))));
        report.findings().stream()
                .filter(finding -> MinimumData.COMPLETING.contains(finding.id()))
                .filter(finding -> !finding.id().equals(PLACING))
                .map(MinimumDataSet::ofFinding)
                .forEach(missing::add);
        return missing;
    }

    private static Missing ofFinding(Finding finding) {
        return new Missing(finding.id(), finding.text());
    }
}
