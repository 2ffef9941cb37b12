package org.caseward.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps {@code match_key} in step with people and cases, a whole batch in three statements. */
final class MatchKeyTable {
    private static final String FORGET = """
            delete from match_key m using unnest(?::text[], ?::text[], ?::text[]) as c (program, number, person)
            where m.program = c.program and m.person_id = c.person and m.case_number in ('', c.number)""";
    // the empty case number is named so that the partial index serves, without statistics too
    private static final String MOVED = """
            delete from match_key m using unnest(?::text[], ?::text[], ?::text[]) as c (program, number, person)
            where m.program = c.program and m.case_number = c.number and m.case_number <> '' and m.person_id <> c.person""";
    private static final String REMEMBER = """
            insert into match_key (program, key, person_id, case_number)
            select * from unnest(?::text[], ?::bigint[], ?::text[], ?::text[]) on conflict do nothing""";
    private static final String CASELESS = """
            with gone as (delete from person p where p.program = any (?) and not exists
                (select from case_file c where c.program = p.program and c.person_id = p.id) returning program, id)
            delete from match_key m using gone where m.program = gone.program and m.person_id = gone.id""";

    private final JdbcTemplate jdbc;

    MatchKeyTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void rewrite(List<CaseFile> cases) {
        Object[] of = {
            column(cases, CaseFile::program),
            column(cases, CaseFile::caseNumber),
            column(cases, c -> c.person().id())
        };
        jdbc.update(FORGET, of);
        if (jdbc.update(MOVED, of) > 0) {
            // a case went to somebody else: who has none left would only be a name to confuse others with
            jdbc.update(CASELESS, (Object) column(cases, CaseFile::program));
        }
        Keys keys = new Keys();
        for (CaseFile file : cases) {
            keys.add(file, "", MatchKeys.of(Identity.of(file.person())));
            keys.add(file, file.caseNumber(), MatchKeys.of(file));
        }
        keys.insert(jdbc);
    }

    private static String[] column(List<CaseFile> cases, Function<CaseFile, String> of) {
        return cases.stream().map(of).toArray(String[]::new);
    }

    private static final class Keys {
        private final List<String> programs = new ArrayList<>();
        private final List<Long> keys = new ArrayList<>();
        private final List<String> people = new ArrayList<>();
        private final List<String> numbers = new ArrayList<>();

        void add(CaseFile file, String caseNumber, Set<Long> of) {
            for (Long key : of) {
                programs.add(file.program());
                keys.add(key);
                people.add(file.person().id());
                numbers.add(caseNumber);
            }
        }

        void insert(JdbcTemplate jdbc) {
            jdbc.update(
                    REMEMBER,
                    programs.toArray(String[]::new),
                    keys.toArray(Long[]::new),
                    people.toArray(String[]::new),
                    numbers.toArray(String[]::new));
        }
    }
}
