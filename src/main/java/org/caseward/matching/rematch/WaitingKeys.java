package org.caseward.matching.rematch;

import java.util.Collection;
import java.util.List;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.ReportId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waiting reports would be found by. Called inside the transaction that records the report. */
@Component
public class WaitingKeys {
    private final JdbcClient jdbc;

    WaitingKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The report waits for a person: it is looked for in each of its connection's programs. */
    public void keep(NormalisedReport report) {
        ReportId id = report.extracted().received().id();
        forget(id);
        keep(
                id,
                report.extracted().received().programs(),
                MatchKeys.of(ReportFacts.of(report.fields()).identity()));
    }

    private void keep(ReportId id, List<String> programs, Collection<Long> keys) {
        jdbc.sql("""
                        insert into waiting_key (program, key, report, keys_version)
                        select p, k, :report, :version from unnest(:programs) as p cross join unnest(:keys) as k on conflict do nothing
                        """)
                .param("report", id.value())
                .param("version", MatchKeys.VERSION)
                .param("programs", programs.toArray(String[]::new))
                .param("keys", keys.toArray(Long[]::new))
                .update();
    }

    /** The report waits no more. */
    public void forget(ReportId report) {
        jdbc.sql("delete from waiting_key where report = ?")
                .param(report.value())
                .update();
    }
}
