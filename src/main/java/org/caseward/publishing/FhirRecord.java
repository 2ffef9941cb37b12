package org.caseward.publishing;

import java.util.List;
import java.util.Optional;
import org.caseward.publishing.fhir.FhirRecords;
import org.caseward.publishing.fhir.FiledReport;
import org.caseward.report.ReportState;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A filed report as it stands in the case store's {@code fhir} column: the Bundle of {@link FhirRecords}, naming the one case of its row. */
@Component
class FhirRecord {
    String of(DecidedReport report, String caseNumber) {
        JsonMapper json = JsonMapper.shared();
        return FhirRecords.json(new FiledReport(
                report.id(),
                report.receipt(),
                Optional.of(report.program()),
                List.of(caseNumber),
                report.documentType(),
                ReportState.FILED,
                report.receivedAt(),
                report.channel(),
                report.provider(),
                report.controlId(),
                report.sha256(),
                report.mediaType(),
                json.readTree(report.fields()),
                json.readTree(report.mappings()),
                Optional.of(new FiledReport.Decided(report.filedBy(), report.decidedAt()))));
    }
}
