package org.caseward.bench.population;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseward.extraction.ExtractedReport;
import org.caseward.extraction.Source;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.normalisation.SourceStatus;
import org.caseward.report.Channel;
import org.caseward.report.DocumentType;
import org.caseward.report.FieldNames;
import org.caseward.report.Fields;
import org.caseward.report.ReceiptId;
import org.caseward.report.ReceivedReport;
import org.caseward.report.ReportId;

/** How a report comes, and what it then tends to say and to get wrong. */
enum Way {
    /** A registration system filled it in. */
    MESSAGE(Channel.MLLP, "hl7", 0.010, 0, 0.99, 0.98, 0.45, 0.25, 0.75, 0.85, 0.70, 0.70, 0.55, 0.50, 0.90, 0.95),
    /** Somebody typed it into a form. */
    TYPED(Channel.FHIR, "text-layer", 0.015, 0, 0.97, 0.70, 0.25, 0.12, 0.50, 0.55, 0.80, 0.85, 0.75, 0.85, 0.80, 0.90),
    /** Typed, printed, sent by fax and read by a machine. */
    FAX(Channel.FAX, "ocr", 0.015, 0.004, 0.95, 0.60, 0.22, 0.12, 0.40, 0.50, 0.78, 0.80, 0.70, 0.80, 0.72, 0.88);

    final String method;
    /** The share of a writer's fields with a slip. */
    final double slips;
    /** The share of characters that the machine misreads. */
    final double misread;

    private final Map<String, Double> present = new java.util.HashMap<>();
    private final ExtractedReport extracted;

    Way(Channel channel, String method, double slips, double misread, double... shares) {
        this.method = method;
        this.slips = slips;
        this.misread = misread;
        for (int i = 0; i < shares.length; i++) {
            present.put(Said.NAMES.get(i), shares[i]);
        }
        this.extracted = extracted(channel);
    }

    /** The share of reports that say it. */
    double present(String field) {
        return present.getOrDefault(field, 1.0);
    }

    /** Only the fields differ from report to report. */
    NormalisedReport report(Fields fields) {
        return new NormalisedReport(
                extracted,
                DocumentType.PROGRESS_NOTE,
                fields,
                List.of(),
                new SourceStatus(SourceStatus.Kind.ORIGINAL, Optional.empty(), Optional.empty()));
    }

    private static ExtractedReport extracted(Channel channel) {
        ReceivedReport received = new ReceivedReport(
                ReportId.next(),
                ReceiptId.next(),
                "R-0",
                channel,
                "bench",
                List.of(Households.PROGRAM),
                Households.PROGRAM,
                Optional.empty(),
                "bench",
                "application/pdf",
                new byte[0],
                List.of(),
                Optional.empty(),
                Instant.EPOCH);
        return new ExtractedReport(received, new Source.Document("application/pdf"), List.of(), List.of());
    }

    /** In the order of the shares above. */
    private static final class Said {
        static final List<String> NAMES = List.of(
                FieldNames.BIRTH_DATE,
                FieldNames.SEX,
                FieldNames.SSN_LAST4,
                FieldNames.EMPLOYEE_NUMBER,
                FieldNames.PHONE,
                FieldNames.ADDRESS,
                FieldNames.CLAIM_NUMBER,
                FieldNames.INJURY_DATE,
                FieldNames.EMPLOYER,
                FieldNames.BODY_PART,
                FieldNames.DIAGNOSIS,
                FieldNames.PROVIDER_NAME);
    }
}
