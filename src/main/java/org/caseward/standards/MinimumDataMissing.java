package org.caseward.standards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.caseward.report.Finding;

/** Without these nobody can place a report, however good the rest of it is. */
final class MinimumDataMissing implements CompletenessRule {
    @Override
    public Optional<Finding> check(NormalisedReport report) {
        if (report.type() == DocumentType.COVER_SHEET || report.type() == DocumentType.JUNK) {
            return Optional.empty();
        }
        List<String> missing = missing(report);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "minimum-data-missing",
                        "The report lacks: " + String.join("; ", missing) + ". Please send it again with these.",
                        "minimum data to place a report"));
    }

    private static List<String> missing(NormalisedReport report) {
        List<String> missing = new ArrayList<>();
        need(report, missing, "the family name of the patient", FieldNames.FAMILY);
        need(report, missing, "the given name of the patient", FieldNames.GIVEN);
        need(report, missing, "the birth date of the patient", FieldNames.BIRTH_DATE);
        need(
                report,
                missing,
                "the claim or case number, or the date of injury",
                FieldNames.CLAIM_NUMBER,
                FieldNames.INJURY_DATE);
        need(report, missing, "the name or NPI of the provider", FieldNames.PROVIDER_NAME, FieldNames.PROVIDER_NPI);
        need(report, missing, "the date of service", FieldNames.SERVICE_DATE);
        return missing;
    }

    /** Any one of these fields will do. */
    private static void need(NormalisedReport report, List<String> missing, String words, String... fields) {
        boolean there = Arrays.stream(fields)
                .anyMatch(name -> report.fields()
                        .text(name)
                        .filter(text -> !text.isBlank())
                        .isPresent());
        if (!there) {
            missing.add(words);
        }
    }
}
