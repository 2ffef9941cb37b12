package org.caseward.standards;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.DocumentType;
import org.caseward.report.Finding;

/** Without these nobody can place a report, however good the rest of it is. */
final class MinimumDataMissing implements CompletenessRule {
    @Override
    public Optional<Finding> check(NormalisedReport report) {
        if (report.type() == DocumentType.COVER_SHEET || report.type() == DocumentType.JUNK) {
            return Optional.empty();
        }
        List<MinimumData.Need> missing = MinimumData.missing(report);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "minimum-data-missing",
                        "The report lacks: "
                                + missing.stream().map(MinimumData.Need::words).collect(Collectors.joining("; "))
                                + ". Please send it again with these.",
                        "minimum data to place a report"));
    }
}
