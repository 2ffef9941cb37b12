package org.caseward.matching;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caseward.casefile.Names;
import org.caseward.matching.scoring.Frequencies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How common names are in a program; counted anew every ten minutes, when first asked for. */
@Component
class NameFrequencies implements Frequencies {
    private static final long STALE = Duration.ofMinutes(10).toNanos();
    /** Names of fewer people are all rare alike. */
    private static final String SQL = """
            select %1$s as name, count(*) as people from person where program = :program
            group by 1 having count(*) > 1 order by 2 desc limit 5000""";

    private final JdbcClient jdbc;
    private final Map<String, Counted> programs = new ConcurrentHashMap<>();

    private record Counted(long at, Counts counts) {}

    NameFrequencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public double family(String program, String compact) {
        Counts counts = counts(program);
        return counts.share(counts.families(), compact);
    }

    @Override
    public double given(String program, String first) {
        Counts counts = counts(program);
        return counts.share(counts.givens(), first);
    }

    @Override
    public long people(String program) {
        return counts(program).total();
    }

    private Counts counts(String program) {
        Counted known = programs.get(program);
        if (known == null || System.nanoTime() - known.at() > STALE) {
            known = new Counted(System.nanoTime(), count(program));
            programs.put(program, known);
        }
        return known.counts();
    }

    private Counts count(String program) {
        long total = jdbc.sql("select count(*) from person where program = :program")
                .param("program", program)
                .query(Long.class)
                .single();
        Map<String, Long> families = new HashMap<>();
        names(program, "family").forEach((name, people) -> families.merge(Names.compact(name), people, Long::sum));
        Map<String, Long> givens = new HashMap<>();
        names(program, "given").forEach((name, people) -> givens.merge(Names.firstGiven(name), people, Long::sum));
        return new Counts(total, families, givens);
    }

    private Map<String, Long> names(String program, String column) {
        return jdbc.sql(SQL.formatted(column)).param("program", program).query(rows -> {
            Map<String, Long> people = new HashMap<>();
            while (rows.next()) {
                people.put(rows.getString("name"), rows.getLong("people"));
            }
            return people;
        });
    }
}
