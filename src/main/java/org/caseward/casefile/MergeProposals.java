package org.caseward.casefile;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.caseward.casefile.MergeTable.Merge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of merges that a source reported and nobody has decided yet. Called inside a transaction. */
@Component
class MergeProposals {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    // a message that a person has answered says nothing new when it comes again, nor does an older one
    private static final String ANSWERED = """
            select from person_merge m where m.program = :program and m.survivor = :survivor and m.merged = :merged
            and (m.state = 'holds' or (m.state in ('refused', 'undone') and m.source = :source
                and (m.control_id = :control or m.reported_at >= :reported)))""";
    private static final String PUT = """
            insert into person_merge as p (program, survivor, merged, state, by, reason, source, control_id, reported_at)
            select :program, :survivor, :merged, 'proposed', :source, 'Reported by ' || :source, :source, :control, :reported
            where not exists (%s)
            on conflict (program, survivor, merged) where state = 'proposed' do update set source = excluded.source,
                control_id = excluded.control_id, reported_at = greatest(p.reported_at, excluded.reported_at)
            returning id""".formatted(ANSWERED);

    private final JdbcClient jdbc;

    MergeProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the proposal that now waits; empty where these two are one already, or a person answered this very message or a later one */
    Optional<UUID> put(ReportedMerge reported) {
        return jdbc.sql(PUT)
                .param("program", reported.program())
                .param("survivor", reported.survivor())
                .param("merged", reported.merged())
                .param("source", reported.source())
                .param("control", reported.controlId(), java.sql.Types.VARCHAR)
                .param("reported", Timestamp.from(reported.reportedAt()))
                .query(UUID.class)
                .optional();
    }

    /** @return who stays and who goes; the row is held until the transaction ends */
    Optional<Pair> waiting(String program, UUID id) {
        return jdbc.sql("""
                        select survivor, merged from person_merge where program = ? and id = ? and state = 'proposed' for update""")
                .params(program, id)
                .query((row, n) -> new Pair(row.getString("survivor"), row.getString("merged")))
                .optional();
    }

    record Pair(String survivor, String merged) {}

    void confirm(UUID id, Merge merge, String by, String reason) {
        jdbc.sql("""
                        update person_merge set state = 'holds', decided_at = now(), decided_by = ?, decision_reason = ?,
                            survivor_person = ?::jsonb, merged_person = ?::jsonb, cases = ? where id = ?""")
                .params(
                        by,
                        reason,
                        JSON.writeValueAsString(merge.survivorBase()),
                        JSON.writeValueAsString(merge.mergedBase()),
                        merge.cases().toArray(String[]::new),
                        id)
                .update();
    }

    void refuse(UUID id, String by, String reason) {
        jdbc.sql("""
                        update person_merge set state = 'refused', decided_at = now(), decided_by = ?, decision_reason = ?
                        where id = ?""").params(by, reason, id).update();
    }
}
