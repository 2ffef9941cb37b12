package org.caseward.matching.watch;

import java.util.List;
import java.util.UUID;
import org.caseward.report.ReportId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps each filing without a person, and draws some for a blind second review. */
@Component
public class AutomaticFilings {
    private static final String KEEP = """
            insert into automatic_filing (report, program, model_version, case_numbers, sampled) values (?, ?, ?, ?, ?)
            on conflict (report) do update set program = excluded.program, model_version = excluded.model_version,
                case_numbers = excluded.case_numbers, decided_at = excluded.decided_at, sampled = excluded.sampled
            where automatic_filing.reviewed_at is null""";
    /** Only what the hub itself had decided is an error of its own. */
    private static final String MOVED = """
            update hub.automatic_filing set moved_at = now()
            where report = :report and moved_at is null and :from = any(case_numbers)
              and (select d.by from hub.decision d where d.report = :report and d.action = 'accept'
                   order by d.at desc, d.id desc limit 1) = 'hub'""";

    private final JdbcClient jdbc;
    private final WatchRules rules;
    private volatile @Nullable Lot lot;

    AutomaticFilings(JdbcClient jdbc, WatchRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Inside the transaction that records the decision. */
    public void filed(ReportId report, String program, String modelVersion, List<String> caseNumbers) {
        boolean drawn = lot().drawn(report.value(), rules.of(program).sample());
        jdbc.sql(KEEP)
                .params(report.value(), program, modelVersion, caseNumbers.toArray(String[]::new), drawn)
                .update();
    }

    /** A person takes a report off a case, inside the desk's transaction and before that decision is written; where the machine had filed it there, that was an error. */
    public static void moved(JdbcClient desk, UUID report, String from) {
        desk.sql(MOVED).param("report", report).param("from", from).update();
    }

    private Lot lot() {
        Lot known = lot;
        if (known == null) {
            known = new Lot(
                    jdbc.sql("select key from watch_key").query(byte[].class).single());
            lot = known;
        }
        return known;
    }
}
