package org.caseward.publishing.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caseward.report.ReportId;
import org.caseward.report.ReportState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Filed reports of which only the fields differ. */
public final class ToldReports {
    private ToldReports() {}

    public static FiledReport filed(String type, JsonNode fields) {
        return new FiledReport(
                ReportId.parse("019a0000-0000-7000-8000-000000000001"),
                "R-00000001",
                Optional.of("pd-medical"),
                List.of("IOD-2026-001234"),
                type,
                ReportState.FILED,
                Instant.parse("2026-11-02T09:30:00Z"),
                "mllp",
                Optional.of("city-hospital"),
                "MSG-1",
                "ab".repeat(32),
                Optional.of("application/pdf"),
                fields,
                JsonMapper.shared().readTree("""
                        [{"id": "hl7v2/base/oru_r01", "version": "1", "hash": "%s"}]""".formatted("cd".repeat(32))),
                Optional.of(new FiledReport.Decided("wilhelmina", Instant.parse("2026-11-02T10:00:00Z"))));
    }
}
