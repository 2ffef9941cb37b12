package org.caseward.standards;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.DocumentType;
import org.caseward.report.Finding;

/** Who is kept off work by the Texas form is told why: how the injury prevents work. "Pain" alone explains nothing. */
final class ExplanationMissing implements CompletenessRule {
    private static final String EXPLANATION = "tx-dwc-073.explanation";
    private static final Set<String> NONE =
            Set.of("", "pain", "in pain", "due to pain", "injury", "n/a", "none", "see above");

    @Override
    public Optional<Finding> check(NormalisedReport report) {
        boolean owed = report.type() == DocumentType.TX_DWC_073
                && WorkStatus.status(report).equals("off_work")
                && !report.extracted().pages().isEmpty();
        return owed && !explained(report)
                ? Optional.of(new Finding(
                        "explanation-missing",
                        "The form keeps the patient off work without saying how the injury prevents work. Please describe it; \"pain\" alone is not enough.",
                        "28 TAC 129.5(c)"))
                : Optional.empty();
    }

    private static boolean explained(NormalisedReport report) {
        return report.fields().all(EXPLANATION).stream()
                .map(value -> value.value().strip().toLowerCase(Locale.ROOT).replaceAll("[.!]+$", ""))
                .anyMatch(text -> !NONE.contains(text));
    }
}
