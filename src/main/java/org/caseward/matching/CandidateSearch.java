package org.caseward.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.CaseRows;
import org.caseward.casefile.MatchKeys;
import org.caseward.casefile.Person;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fetches, in one round trip, every case of every person who shares a match key with a report, inside the given programs. */
@Component
public class CandidateSearch {
    private static final String SQL = """
            with hit as materialized (
                select p.program, k.key, m.person_id, count(*) over (partition by p.program, k.key) as people
                from unnest(?::text[]) as p (program) cross join unnest(?::bigint[]) as k (key)
                cross join lateral (select person_id from match_key where program = p.program and key = k.key limit %d) as m),
            wanted as (select distinct program, person_id from hit where people <= %d),
            common as (select array_agg(distinct key) as skipped from hit where people > %d)
            select common.skipped, exists (select from person o where o.program = any (?)
                    and (o.keys_version < %d or o.keys_version > %d)) as outdated, %s
            from common left join (wanted w
                join person p on p.program = w.program and p.id = w.person_id
                join case_file c on c.program = w.program and c.person_id = w.person_id) on true""".formatted(
                    MatchKeys.TOO_COMMON + 1,
                    MatchKeys.TOO_COMMON,
                    MatchKeys.TOO_COMMON,
                    MatchKeys.VERSION,
                    MatchKeys.VERSION,
                    CaseRows.COLUMNS);

    private final JdbcClient jdbc;

    CandidateSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param skipped of what kind the keys were that are too common to follow */
    public record Found(List<CaseFile> cases, Set<MatchKeys.Kind> skipped) {}

    public Found find(List<String> programs, Map<Long, MatchKeys.Kind> keys) {
        if (programs.isEmpty() || keys.isEmpty()) {
            return new Found(List.of(), Set.of());
        }
        return jdbc.sql(SQL)
                .params(
                        programs.toArray(String[]::new),
                        keys.keySet().toArray(Long[]::new),
                        programs.toArray(String[]::new))
                .query((ResultSetExtractor<Found>) row -> read(row, keys));
    }

    private static Found read(ResultSet row, Map<Long, MatchKeys.Kind> keys) throws SQLException {
        List<CaseFile> cases = new ArrayList<>();
        Map<String, Person> people = new HashMap<>();
        Set<MatchKeys.Kind> skipped = EnumSet.noneOf(MatchKeys.Kind.class);
        while (row.next()) {
            if (cases.isEmpty() && row.getArray("skipped") != null) {
                for (Long key : (Long[]) row.getArray("skipped").getArray()) {
                    skipped.add(Objects.requireNonNull(keys.get(key)));
                }
            }
            if (row.getBoolean("outdated")) {
                skipped.add(MatchKeys.Kind.OUTDATED);
            }
            String program = row.getString("program");
            if (program != null) {
                String key = program + "\n" + row.getString("id");
                Person known = people.get(key);
                Person person = known == null ? CaseRows.person(row) : known;
                people.put(key, person);
                cases.add(CaseRows.caseFile(row, person));
            }
        }
        return new Found(cases, skipped);
    }
}
