package org.caseward.review;

import com.fasterxml.uuid.Generators;
import java.util.List;
import org.caseward.report.ReportId;
import org.caseward.report.StepTaken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hub's own decisions, kept beside those of people. */
@Component
class DecisionTable {
    private final JdbcClient jdbc;

    DecisionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void file(ReportId report, String program, List<String> caseNumbers) {
        jdbc.sql(
                        "insert into decision (id, report, at, by, action, program, case_numbers) values (?, ?, now(), ?, 'accept', ?, ?)")
                .params(
                        Generators.timeBasedEpochGenerator().generate(),
                        report.value(),
                        StepTaken.HUB,
                        program,
                        caseNumbers.toArray(String[]::new))
                .update();
    }
}
