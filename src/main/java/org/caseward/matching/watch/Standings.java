package org.caseward.matching.watch;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts how automatic filings stand, by program and model: those of the last 90 days, or since a stop was last lifted, whichever is less. A lift is the start of a new
 * count, or the errors that led to the stop would stop everything again.
 */
@Component
public class Standings {
    private static final String SQL = """
            select f.program, f.model_version, s.since, count(*) as filings, count(*) filter (where f.sampled) as sampled,
                count(f.reviewed_at) as reviewed, count(*) filter (where not f.agrees) as disagreed,
                count(*) filter (where f.moved_at is not null and f.agrees is distinct from false) as found
            from unnest(cast(:programs as text[])) as p (program)
            cross join lateral (select greatest(now() - interval '90 days',
                (select max(w.lifted_at) from hub.watch_stop w where w.program = p.program)) as since) s
            join hub.automatic_filing f on f.program = p.program and f.decided_at >= s.since
            group by 1, 2, 3 order by 1, 3 desc, 2 desc""";

    private final WatchRules rules;

    Standings(WatchRules rules) {
        this.rules = rules;
    }

    /** @param jdbc the desk's for a person's request, else the pipeline's */
    public List<Standing> of(JdbcClient jdbc, Collection<String> programs) {
        Map<String, WatchRule> known = new HashMap<>();
        return jdbc.sql(SQL)
                .param("programs", programs.toArray(String[]::new))
                .query((row, n) -> new Standing(
                        row.getString("program"),
                        row.getString("model_version"),
                        known.computeIfAbsent(row.getString("program"), rules::of),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getLong("filings"),
                        row.getLong("sampled"),
                        row.getLong("reviewed"),
                        row.getLong("disagreed"),
                        row.getLong("found")))
                .list();
    }
}
