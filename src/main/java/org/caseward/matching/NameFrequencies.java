package org.caseward.matching;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caseward.casefile.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How common a family name is in a program; counted anew every ten minutes, when first asked for. */
@Component
class NameFrequencies {
    private static final long STALE = Duration.ofMinutes(10).toNanos();
    /** Names of fewer people are all rare alike. */
    private static final String SQL = """
            select family, count(*) as people, (select count(*) from person where program = :program) as total
            from person where program = :program group by family having count(*) > 1 order by 2 desc limit 5000""";
    /** A small program's counts say little: they are smoothed as if it had these people more, two of any name. */
    private static final double MORE_PEOPLE = 1_000;

    private static final double MORE_OF_A_NAME = 2;

    private final JdbcClient jdbc;
    private final Map<String, Counts> programs = new ConcurrentHashMap<>();

    private record Counts(long at, long total, Map<String, Long> people) {}

    NameFrequencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The share of the program's people with this family name, never quite zero. */
    double share(String program, String family) {
        Counts known = programs.get(program);
        if (known == null || System.nanoTime() - known.at() > STALE) {
            known = count(program);
            programs.put(program, known);
        }
        long people = known.people().getOrDefault(Names.compact(family), 1L);
        return (people + MORE_OF_A_NAME) / (known.total() + MORE_PEOPLE);
    }

    private Counts count(String program) {
        return jdbc.sql(SQL).param("program", program).query(rows -> {
            Map<String, Long> people = new HashMap<>();
            long total = 0;
            while (rows.next()) {
                people.merge(Names.compact(rows.getString("family")), rows.getLong("people"), Long::sum);
                total = rows.getLong("total");
            }
            return new Counts(System.nanoTime(), total, people);
        });
    }
}
