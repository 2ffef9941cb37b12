package org.caseward.matching;

import java.util.List;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.CaseRows;
import org.caseward.matching.scoring.ReportFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The search of last resort, for a report that shares no key with anybody: people whose names are spelled alike, by trigrams. Whom it finds is shown to whoever decides; nothing is
 * filed on it.
 */
@Component
class SpelledAlike {
    /** As many as a screen shows. */
    private static final int MOST = 5;
    /** Trigrams of common names are found by the thousand: so many are looked at. */
    private static final int LOOKED_AT = 500;
    /** Shorter names share trigrams with everybody. */
    private static final int SHORTEST = 6;

    private static final String SQL = """
            with near as materialized (select program, id, similarity(lower(family || ' ' || given), :name) as alike from person
                    where program = any (:programs) and lower(family || ' ' || given) %% :name limit %d),
                best as (select program, id from near where alike >= 0.5 order by alike desc, id limit %d)
            select %s from best join person p using (program, id) join case_file c on c.program = p.program and c.person_id = p.id""".formatted(LOOKED_AT, MOST, CaseRows.COLUMNS);

    private final JdbcClient jdbc;

    SpelledAlike(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseFile> find(List<String> programs, ReportFacts facts) {
        if (programs.isEmpty() || facts.families().isEmpty() || facts.givens().isEmpty()) {
            return List.of();
        }
        String name =
                (facts.families().getFirst() + " " + facts.givens().getFirst()).toLowerCase(java.util.Locale.ROOT);
        return name.length() < SHORTEST
                ? List.of()
                : jdbc.sql(SQL)
                        .param("name", name)
                        .param("programs", programs.toArray(String[]::new))
                        .query((row, n) -> CaseRows.caseFile(row, CaseRows.person(row)))
                        .list();
    }
}
