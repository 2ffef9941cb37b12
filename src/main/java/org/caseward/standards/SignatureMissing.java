package org.caseward.standards;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.caseward.report.Finding;

/** A form that a doctor answers for bears a signature; a message of a system has no page to sign. */
final class SignatureMissing implements CompletenessRule {
    private static final Set<DocumentType> SIGNED = EnumSet.of(
            DocumentType.TX_DWC_073,
            DocumentType.FED_CA_16,
            DocumentType.FED_CA_17,
            DocumentType.FED_CA_20,
            DocumentType.CA_5021,
            DocumentType.CA_PR_2,
            DocumentType.CA_RFA,
            DocumentType.NY_CMS_1500,
            DocumentType.NY_C_4_3,
            DocumentType.WA_APF,
            DocumentType.FMLA_WH_380_E,
            DocumentType.RELEASE_AUTHORIZATION,
            DocumentType.LIMITED_DUTY);
    private static final Set<String> YES = Set.of("true", "yes");

    @Override
    public Optional<Finding> check(NormalisedReport report) {
        boolean signed = report.fields()
                .text(FieldNames.SIGNATURE_PRESENT)
                .filter(YES::contains)
                .isPresent();
        boolean needed =
                SIGNED.contains(report.type()) && !report.extracted().pages().isEmpty();
        return needed && !signed
                ? Optional.of(new Finding(
                        "signature-missing",
                        "No signature was found on the form. Please send it signed.",
                        report.type() == DocumentType.TX_DWC_073 ? "28 TAC 129.5(c)" : "signature field of the form"))
                : Optional.empty();
    }
}
