package org.caseward.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caseward.casefile.CaseFile;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;

/**
 * A report beside the case it seems to belong to.
 *
 * @param file the case it is filed on, or the best candidate; empty where nobody is known
 * @param durations what is expected of conditions
 * @param program the program that the report is in, or most likely is; empty where that is open
 */
record Consideration(NormalisedReport report, Optional<CaseFile> file, Durations durations, String program) {
    /** The codes that the report names, as ICD-10-CM files them: {@code S83412A}. */
    List<String> diagnoses() {
        return codes(report.fields().all(FieldNames.DIAGNOSIS).stream()
                .map(FieldValue::value)
                .toList());
    }

    static List<String> codes(List<String> diagnoses) {
        return diagnoses.stream()
                .map(code -> code.replace(".", "").strip().toUpperCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** The day that the report speaks of; the day it came where it names none. */
    LocalDate day() {
        return WorkStatus.date(report, FieldNames.SERVICE_DATE).orElseGet(this::received);
    }

    LocalDate received() {
        return report.extracted()
                .received()
                .receivedAt()
                .atZone(java.time.ZoneOffset.UTC)
                .toLocalDate();
    }
}
