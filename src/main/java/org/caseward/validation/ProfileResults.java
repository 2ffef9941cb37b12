package org.caseward.validation;

import java.util.List;
import java.util.Optional;
import org.caseward.report.Missing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what a check found, in one short statement, and only where the report is still as it was when the check was asked for. A report that its source withdrew, or that a newer
 * version took the place of, rises no more by itself.
 */
@Component
class ProfileResults {
    private static final String WANTED = """
            select exists (select from report where id = :report and level_check = :check
                and coalesce(reason_code, '') <> all (array['superseded', 'withdrawn', 'withdrawal-done']))
            """;
    private static final String KEEP = """
            update report set level_check = null, level_profile = :outcome,
                level_missing = case when cast(:missing as text) is null then level_missing - '4'
                    else level_missing || jsonb_build_object('4', cast(:missing as jsonb)) end
            where id = :report and level_check = :check
                and coalesce(reason_code, '') <> all (array['superseded', 'withdrawn', 'withdrawal-done'])
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    ProfileResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anybody still waits for this check. */
    boolean wanted(ProfileQueue.Check check) {
        return jdbc.sql(WANTED)
                .param("report", check.report())
                .param("check", check.id())
                .query(Boolean.class)
                .single();
    }

    /** @param missing empty where it could not be checked */
    void keep(ProfileQueue.Check check, Optional<List<Missing>> missing) {
        String outcome = missing.map(list -> list.isEmpty() ? "met" : "missed").orElse("unknown");
        jdbc.sql(KEEP)
                .param("outcome", outcome)
                .param(
                        "missing",
                        missing.filter(list -> !list.isEmpty())
                                .map(json::writeValueAsString)
                                .orElse(null))
                .param("report", check.report())
                .param("check", check.id())
                .update();
    }
}
