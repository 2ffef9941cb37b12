package org.caseward.routing;

import org.caseward.report.ReportId;
import org.springframework.stereotype.Component;

/** Reads the report's id from a broker message. */
@Component("reportIds")
public class ReportIds {
    public ReportId read(String body) {
        return ReportId.parse(body);
    }
}
