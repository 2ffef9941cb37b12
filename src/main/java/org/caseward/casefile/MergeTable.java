package org.caseward.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The merges' rows, with both people as the feed last gave them. Called inside a transaction. */
@Component
class MergeTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = "id, program, survivor, merged, survivor_person, merged_person, cases";

    /** One that holds. */
    record Merge(
            UUID id,
            String program,
            String survivor,
            String merged,
            Person survivorBase,
            Person mergedBase,
            List<String> cases) {
        boolean concerns(CaseFile file) {
            return program.equals(file.program())
                    && (survivor.equals(file.person().id())
                            || merged.equals(file.person().id()));
        }

        /** With what a feed says now of one of the two people, and of whose case it is. */
        Merge told(CaseFile file) {
            boolean ofMerged = merged.equals(file.person().id());
            List<String> numbers = new ArrayList<>(cases);
            numbers.remove(file.caseNumber());
            if (ofMerged) {
                numbers.add(file.caseNumber());
            }
            return new Merge(
                    id,
                    program,
                    survivor,
                    merged,
                    ofMerged ? survivorBase : file.person(),
                    ofMerged ? file.person() : mergedBase,
                    List.copyOf(numbers));
        }

        @Override
        public String toString() {
            return "Merge[" + id + "]";
        }
    }

    /** What whoever asks by this connection may see of a program's merges, newest first, at most 100. */
    static List<ToldMerge> told(JdbcClient asking, String program) {
        return asking.sql("""
                        select id, survivor, merged, at, by, reason, array_to_string(cases, ',') as cases, undone_at, undone_by, undo_reason,
                            state, source, control_id, reported_at, decided_at, decided_by, decision_reason
                        from person_merge where program = ? order by at desc limit 100""").param(program).query(MergeTable::told).list();
    }

    private static ToldMerge told(ResultSet row, int number) throws SQLException {
        return new ToldMerge(
                row.getObject("id", UUID.class),
                row.getString("survivor"),
                row.getString("merged"),
                row.getTimestamp("at").toInstant(),
                row.getString("by"),
                row.getString("reason"),
                row.getString("cases").isEmpty()
                        ? List.of()
                        : List.of(row.getString("cases").split(",")),
                instant(row, "undone_at"),
                row.getString("undone_by"),
                row.getString("undo_reason"),
                row.getString("state"),
                row.getString("source"),
                row.getString("control_id"),
                instant(row, "reported_at"),
                instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("decision_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private final JdbcClient jdbc;

    MergeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that any of these people has a part in, as one of the two or beside the same survivor. */
    List<Merge> active(Collection<String> programs, Collection<String> people) {
        return jdbc.sql("select " + COLUMNS + """
                         from person_merge m where state = 'holds' and program = any(:programs) and (survivor = any(:people)
                            or survivor in (select o.survivor from person_merge o
                                where o.state = 'holds' and o.program = m.program and o.merged = any(:people)))
                        order by at, id for update""")
                .param("programs", programs.toArray(String[]::new))
                .param("people", people.toArray(String[]::new))
                .query(MergeTable::read)
                .list();
    }

    Optional<Merge> find(String program, UUID id) {
        return jdbc.sql("select " + COLUMNS
                        + " from person_merge where state = 'holds' and program = ? and id = ? for update")
                .params(program, id)
                .query(MergeTable::read)
                .optional();
    }

    UUID add(Merge merge, String by, String reason) {
        return jdbc.sql("""
                        insert into person_merge (program, survivor, merged, by, reason, survivor_person, merged_person, cases)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?) returning id""")
                .params(
                        merge.program(),
                        merge.survivor(),
                        merge.merged(),
                        by,
                        reason,
                        JSON.writeValueAsString(merge.survivorBase()),
                        JSON.writeValueAsString(merge.mergedBase()),
                        merge.cases().toArray(String[]::new))
                .query(UUID.class)
                .single();
    }

    void update(Merge merge) {
        jdbc.sql("update person_merge set survivor_person = ?::jsonb, merged_person = ?::jsonb, cases = ? where id = ?")
                .params(
                        JSON.writeValueAsString(merge.survivorBase()),
                        JSON.writeValueAsString(merge.mergedBase()),
                        merge.cases().toArray(String[]::new),
                        merge.id())
                .update();
    }

    void undo(UUID id, String by, String reason) {
        jdbc.sql(
                        "update person_merge set state = 'undone', undone_at = now(), undone_by = ?, undo_reason = ? where id = ?")
                .params(by, reason, id)
                .update();
    }

    private static Merge read(ResultSet row, int n) throws SQLException {
        return new Merge(
                row.getObject("id", UUID.class),
                row.getString("program"),
                row.getString("survivor"),
                row.getString("merged"),
                JSON.readValue(row.getString("survivor_person"), Person.class),
                JSON.readValue(row.getString("merged_person"), Person.class),
                List.of((String[]) row.getArray("cases").getArray()));
    }
}
