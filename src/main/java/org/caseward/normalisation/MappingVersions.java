package org.caseward.normalisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.caseward.normalisation.MappingLibrary.GoneBack;
import org.caseward.normalisation.MappingLibrary.InForce;
import org.caseward.report.AuditedAct;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Keeps every mapping text that was ever in force, by its hash, and goes back to an earlier one. Every node follows within seconds. */
@Component
public class MappingVersions {
    private static final Logger LOG = LoggerFactory.getLogger(MappingVersions.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MappingLibrary library;
    private final ApplicationEventPublisher events;
    private volatile String kept = "";

    MappingVersions(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MappingLibrary library,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.library = library;
        this.events = events;
        library.listen(this::keepIfPossible);
    }

    /** One text of a file. {@code mapping} and {@code version} are null for code tables and the schema. */
    public record Version(
            String file,
            String hash,
            @Nullable String mapping,
            @Nullable String version,
            Instant firstAt) {}

    /** Why something was not done, and what to do instead. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }

        public String words() {
            return String.valueOf(getMessage());
        }
    }

    /** The texts that this file ever had in force, the newest first. */
    public List<Version> of(String file) {
        return jdbc.sql("""
                        select file, hash, mapping, version, first_at from hub.mapping_version where file = ?
                        order by first_at desc, hash
                        """).param(file).query(Version.class).list();
    }

    /** The text of that hash, as records name it. */
    public Optional<String> text(String hash) {
        return jdbc.sql("select text from hub.mapping_text where hash = ?")
                .param(hash)
                .query(String.class)
                .optional();
    }

    /**
     * Lets a file run by an earlier text from now on, until it is changed in the folder.
     *
     * @param to hash of a kept text of this file; nothing for the one that was in force before
     * @return the version that runs now
     * @throws Refused where there is no such text or it no longer fits the other files
     */
    public Version goBack(String file, Optional<String> to, String who) {
        keep();
        String running = library.inForce().stream()
                .filter(one -> one.file().equals(file))
                .map(InForce::hash)
                .findFirst()
                .orElseThrow(() -> new Refused("There is no mapping file " + file + " in force."));
        Version target = to.map(hash -> kept(file, hash)).orElseGet(() -> before(file, running));
        check(file, target);
        String inFolder = library.hashInFolder(file).orElse(running);
        transaction.executeWithoutResult(status -> {
            end(file);
            if (!target.hash().equals(inFolder)) {
                jdbc.sql("insert into hub.mapping_gone_back (by, file, left_hash, runs_hash) values (?, ?, ?, ?)")
                        .params(who, file, inFolder, target.hash())
                        .update();
            }
            events.publishEvent(
                    new AuditedAct(who, "mapping-gone-back", file, Optional.empty(), running + " to " + target.hash()));
        });
        follow();
        return target;
    }

    /** Brings this node to what all nodes are to run, and the store to what this node runs. */
    @Scheduled(fixedDelayString = "${caseward.mapping-versions.every:PT5S}")
    void follow() {
        jdbc
                .sql("select file, left_hash from hub.mapping_gone_back where ended_at is null")
                .query((row, n) -> new GoneBack(row.getString(1), row.getString(2), new byte[0]))
                .list()
                .stream()
                .filter(back -> !library.hashInFolder(back.file()).equals(Optional.of(back.left())))
                .forEach(back -> end(back.file()));
        library.goBack(jdbc.sql("""
                        select g.file, g.left_hash, t.text from hub.mapping_gone_back g
                        join hub.mapping_text t on t.hash = g.runs_hash where g.ended_at is null order by g.file
                        """)
                .query((row, n) -> new GoneBack(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .list());
        keep();
    }

    private void keepIfPossible() {
        try {
            keep();
        } catch (DataAccessException later) {
            LOG.warn(
                    "mappings in force could not be kept, tried again soon: {}",
                    later.getClass().getSimpleName());
        }
    }

    private void keep() {
        List<InForce> files = library.inForce();
        TreeMap<String, String> hashes = new TreeMap<>();
        files.forEach(file -> hashes.put(file.file(), file.hash()));
        String state = JSON.writeValueAsString(hashes);
        if (state.equals(kept)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            files.forEach(this::keep);
            jdbc.sql("""
                            insert into hub.mapping_state (files) select cast(:state as jsonb)
                            where cast(:state as jsonb) is distinct from (select files from hub.mapping_state order by id desc limit 1)
                            """).param("state", state).update();
        });
        kept = state;
    }

    private void keep(InForce file) {
        library.text(file.file()).ifPresent(text -> {
            jdbc.sql("insert into hub.mapping_text (hash, text) values (?, ?) on conflict do nothing")
                    .params(file.hash(), text)
                    .update();
            jdbc.sql("""
                            insert into hub.mapping_version (file, hash, mapping, version) values (?, ?, ?, ?)
                            on conflict do nothing
                            """)
                    .param(file.file())
                    .param(file.hash())
                    .param(file.mapping().map(MappingUsed::id).orElse(null))
                    .param(file.mapping().map(MappingUsed::version).orElse(null))
                    .update();
        });
    }

    private void end(String file) {
        jdbc.sql("update hub.mapping_gone_back set ended_at = now() where file = ? and ended_at is null")
                .param(file)
                .update();
    }

    private Version kept(String file, String hash) {
        return of(file).stream()
                .filter(version -> version.hash().equals(hash))
                .findFirst()
                .orElseThrow(() -> new Refused("No text with the hash " + hash + " was ever in force for " + file
                        + ". Take one of those that are listed for it."));
    }

    /** The text that was in force before the running one. */
    private Version before(String file, String running) {
        return jdbc.sql("""
                        select files->>:file from hub.mapping_state
                        where files->>:file is not null and files->>:file <> :running order by id desc limit 1
                        """)
                .param("file", file)
                .param("running", running)
                .query(String.class)
                .optional()
                .map(hash -> kept(file, hash))
                .orElseThrow(() -> new Refused("There is no earlier text of " + file
                        + " to go back to: it has not changed since it is kept."));
    }

    private void check(String file, Version target) {
        String text = text(target.hash()).orElse("");
        List<Complaint> complaints = library.tried(file, text).complaints();
        if (!complaints.isEmpty()) {
            throw new Refused("That text no longer fits the other files: " + complaints.getFirst()
                    + ". Mend what it complains of, or go back with the other file first.");
        }
    }
}
