package org.caseward.matching.models;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The models' rows. Whoever calls says where a transaction ends. */
@Component
class ModelTable {
    /** How long a rehearsal tells what would happen: the cases and the mail of another day are others. */
    private static final String FRESH = "interval '24 hours'";

    private final JdbcClient jdbc;

    ModelTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StoredModel> all() {
        return jdbc.sql(
                        "select version, sha256, added_at, added_by, active from match_model order by added_at desc, version desc")
                .query(StoredModel.class)
                .list();
    }

    List<ModelChange> changes() {
        return jdbc.sql(
                        "select at, by, version, before, act from match_model_activation order by at desc, id desc limit 100")
                .query(ModelChange.class)
                .list();
    }

    Optional<String> active() {
        return jdbc.sql("select version from match_model where active")
                .query(String.class)
                .optional();
    }

    Optional<String> text(String version) {
        return jdbc.sql("select text from match_model where version = ?")
                .param(version)
                .query(String.class)
                .optional();
    }

    /** @return false where this version is there already */
    boolean add(String version, String text, String by) {
        return jdbc.sql("""
                        insert into match_model (version, text, sha256, added_by)
                        values (:version, :text, encode(sha256(convert_to(:text, 'UTF8')), 'hex'), :by) on conflict do nothing""")
                        .param("version", version)
                        .param("text", text)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Until the transaction ends, nobody else changes which model is active. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hub.match_model'))")
                .query()
                .singleRow();
    }

    void activate(String version, @Nullable String before, String by, String act) {
        jdbc.sql("update match_model set active = false where active").update();
        jdbc.sql("update match_model set active = true where version = ?")
                .param(version)
                .update();
        jdbc.sql("insert into match_model_activation (by, version, before, act) values (:by, :version, :before, :act)")
                .param("by", by)
                .param("version", version)
                .param("before", before)
                .param("act", act)
                .update();
    }

    void rehearsed(String version, String against, Rehearsal counts, String by) {
        jdbc.sql("""
                        insert into match_model_rehearsal (by, version, against, reports, to_review, to_auto, other_case) values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(by, version, against, counts.reports(), counts.toReview(), counts.toAuto(), counts.otherCase())
                .update();
    }

    boolean rehearsed(String version, String against) {
        return jdbc.sql(
                        "select exists (select from match_model_rehearsal where version = ? and against = ? and at > now() - "
                                + FRESH + ")")
                .params(version, against)
                .query(Boolean.class)
                .single();
    }
}
