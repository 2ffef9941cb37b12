package org.caseward.standards;

import java.util.List;
import java.util.Set;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.FieldNames;

/** What every report needs before anybody can place it, however good the rest of it is. */
public final class MinimumData {
    /** The findings that say that a report is not complete, as opposed to those that inform on what it says. */
    public static final Set<String> COMPLETING = Set.of(
            "minimum-data-missing",
            "work-status-missing",
            "restriction-end-missing",
            "vague-end-date",
            "end-before-start",
            "explanation-missing",
            "signature-missing",
            "authorization-incomplete");

    private static final List<Need> NEEDS = List.of(
            new Need(
                    "family-name-missing",
                    "the family name of the patient",
                    "The patient's family name is missing.",
                    List.of(FieldNames.FAMILY)),
            new Need(
                    "given-name-missing",
                    "the given name of the patient",
                    "The patient's given name is missing.",
                    List.of(FieldNames.GIVEN)),
            new Need(
                    "birth-date-missing",
                    "the birth date of the patient",
                    "The patient's date of birth is missing.",
                    List.of(FieldNames.BIRTH_DATE)),
            new Need(
                    "claim-or-injury-date-missing",
                    "the claim or case number, or the date of injury",
                    "The date of injury is missing, and so is a claim or case number.",
                    List.of(FieldNames.CLAIM_NUMBER, FieldNames.INJURY_DATE)),
            new Need(
                    "provider-missing",
                    "the name or NPI of the provider",
                    "The provider's name or NPI is missing.",
                    List.of(FieldNames.PROVIDER_NAME, FieldNames.PROVIDER_NPI)),
            new Need(
                    "service-date-missing",
                    "the date of service",
                    "The date of service is missing.",
                    List.of(FieldNames.SERVICE_DATE)));

    private MinimumData() {}

    /**
     * One thing that is needed.
     *
     * @param words as part of a list: {@code the date of service}
     * @param lacks as a sentence: {@code The date of service is missing.}
     * @param fields any one of these will do
     */
    public record Need(String id, String words, String lacks, List<String> fields) {
        boolean met(NormalisedReport report) {
            return fields.stream()
                    .anyMatch(name -> report.fields()
                            .text(name)
                            .filter(text -> !text.isBlank())
                            .isPresent());
        }
    }

    public static List<Need> missing(NormalisedReport report) {
        return NEEDS.stream().filter(need -> !need.met(report)).toList();
    }
}
