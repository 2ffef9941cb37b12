package org.caseward.standards;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;

/** What a report says of somebody's work, and which kinds of report have to say it. */
final class WorkStatus {
    private static final Set<DocumentType> REPORTS = EnumSet.of(
            DocumentType.TX_DWC_073,
            DocumentType.FED_CA_17,
            DocumentType.FED_CA_20,
            DocumentType.CA_PR_2,
            DocumentType.WA_APF,
            DocumentType.FMLA_WH_380_E,
            DocumentType.RETURN_TO_WORK_NOTE,
            DocumentType.LIMITED_DUTY);
    private static final Pattern VAGUE = Pattern.compile(
            "\\b(until|follow[ -]?up|next (visit|appointment)|re-?eval\\w*|days?|weeks?|wks?|months?|indefinite\\w*|tbd|unknown|ongoing|further notice)\\b",
            Pattern.CASE_INSENSITIVE);

    private WorkStatus() {}

    /** Whether this kind of document exists to say how somebody may work. */
    static boolean expected(NormalisedReport report) {
        return REPORTS.contains(report.type());
    }

    static String status(NormalisedReport report) {
        return report.fields().text(FieldNames.WORK_STATUS).orElse("unknown");
    }

    /** Off work or restricted: a status that has to end some day. */
    static boolean limited(NormalisedReport report) {
        return status(report).equals("restricted") || status(report).equals("off_work");
    }

    static Optional<LocalDate> date(NormalisedReport report, String field) {
        return report.fields().text(field).flatMap(WorkStatus::parse);
    }

    /** There is an end, but it names no date: {@code until follow-up}, {@code 4 weeks}. */
    static boolean vagueEnd(NormalisedReport report) {
        return report.fields()
                .first(FieldNames.WORK_STATUS_THROUGH)
                .filter(WorkStatus::vague)
                .isPresent();
    }

    private static boolean vague(FieldValue end) {
        String said = end.raw().isBlank() ? end.value() : end.raw();
        return !said.isBlank()
                && (VAGUE.matcher(said).find() || parse(end.value()).isEmpty());
    }

    private static Optional<LocalDate> parse(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Texas demands all of this by rule; elsewhere it is what a coordinator needs to act. */
    static String source(NormalisedReport report) {
        return report.type() == DocumentType.TX_DWC_073 ? "28 TAC 129.5(c)" : "completeness of a work status report";
    }
}
