package org.caseward.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The merges of somebody's programs, with who the people are and how many waiting reports a change would bring back to matching. */
@Component
public class MergeList {
    /** @param name empty where the mirror does not know the person, or knows them only under the other */
    public record Who(String id, String name, @Nullable LocalDate born, List<String> cases) {
        @Override
        public String toString() {
            return "Who";
        }
    }

    /** @param waiting reports in review that share a search key with one of the two */
    public record Row(String program, ToldMerge told, Who survivor, Who merged, int waiting) {
        public boolean is(String state) {
            return told.state().equals(state);
        }
    }

    private final StaffDesk desk;
    private final JdbcClient jdbc;

    MergeList(StaffDesk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** Those that wait for a person first, then the newest; at most 100 of a program. */
    public List<Row> of(Staff who) {
        return who.programs().stream()
                .flatMap(program -> desk.as(who, asking -> rows(asking, program)).stream())
                .sorted(java.util.Comparator.comparing((Row row) -> !row.is("proposed")))
                .toList();
    }

    private List<Row> rows(JdbcClient asking, String program) {
        List<ToldMerge> told = MergeTable.told(asking, program);
        Map<String, Who> people = told.isEmpty() ? Map.of() : people(asking, program, told);
        return told.stream()
                .map(merge -> new Row(
                        program,
                        merge,
                        people.getOrDefault(merge.survivor(), unknown(merge.survivor())),
                        people.getOrDefault(merge.merged(), unknown(merge.merged())),
                        merge.state().equals("proposed") || merge.state().equals("holds")
                                ? waiting(program, merge)
                                : 0))
                .toList();
    }

    private static Who unknown(String id) {
        return new Who(id, "", null, List.of());
    }

    private static Map<String, Who> people(JdbcClient asking, String program, List<ToldMerge> told) {
        return asking
                .sql("""
                        select p.id, p.family || ', ' || p.given as name, p.birth_date,
                            array(select c.case_number from case_file c where c.program = p.program and c.person_id = p.id order by 1) as cases
                        from person p where p.program = ? and p.id = any (?)""")
                .params(
                        program,
                        told.stream()
                                .flatMap(m -> Stream.of(m.survivor(), m.merged()))
                                .toArray(String[]::new))
                .query((row, n) -> new Who(
                        row.getString("id"),
                        row.getString("name"),
                        row.getObject("birth_date", LocalDate.class),
                        List.of((String[]) row.getArray("cases").getArray())))
                .list()
                .stream()
                .collect(Collectors.toMap(Who::id, Function.identity()));
    }

    private int waiting(String program, ToldMerge merge) {
        return jdbc.sql("""
                        select count(distinct w.report) from match_key m join waiting_key w on w.program = m.program and w.key = m.key
                        where m.program = ? and m.person_id = any (?)""")
                .params(program, new String[] {merge.survivor(), merge.merged()})
                .query(Integer.class)
                .single();
    }
}
