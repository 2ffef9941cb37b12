package org.caseward.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.caseward.report.AuditedAct;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The log of views and acts. An {@link AuditedAct} published inside a transaction (a person's or the pipeline's) is written in that transaction, as its last
 * statement: what was rolled back was not done, what could not be written is not done either. Published outside one, it is written at once.
 */
@Component
public class AuditTrail {
    private final JdbcClient pipeline;
    private final JdbcClient staff;
    private final DataSource staffSource;
    private final StaffDesk desk;

    AuditTrail(
            JdbcClient pipeline,
            @Qualifier("staffJdbc") JdbcClient staff,
            @Qualifier("staffDataSource") DataSource staffSource,
            StaffDesk desk) {
        this.pipeline = pipeline;
        this.staff = staff;
        this.staffSource = staffSource;
        this.desk = desk;
    }

    /** @param seq the entry's place in the chain, from 1 without gaps */
    public record Entry(
            long seq,
            Instant at,
            String who,
            String act,
            String subject,
            @Nullable String program,
            String detail) {}

    /**
     * What to look for; an empty part matches all.
     *
     * @param from first day, UTC
     * @param to last day, UTC
     * @param before only entries before this place in the chain
     */
    public record Filter(
            Optional<String> who,
            Optional<String> subject,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Long> before) {}

    /**
     * Whether the chain holds.
     *
     * @param entries how many there are
     * @param brokenAt the first entry that does not fit or is missing
     * @param lastHash the hash of the last one in hex: noted down elsewhere, it proves later that nothing before it was rewritten
     */
    public record Verification(long entries, Optional<Long> brokenAt, String lastHash) {}

    @EventListener
    void on(AuditedAct act) {
        JdbcClient writer = TransactionSynchronizationManager.hasResource(staffSource) ? staff : pipeline;
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            append(writer, act);
            return;
        }
        // the chain's end is locked until the commit: taken last, it is held for the shortest time
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                append(writer, act);
            }
        });
    }

    private static void append(JdbcClient writer, AuditedAct act) {
        writer.sql("select hub.audit_append(?, ?, ?, ?, ?)")
                .param(act.who())
                .param(act.act())
                .param(act.subject())
                .param(act.program().orElse(null))
                .param(act.detail())
                .query()
                .singleRow();
    }

    /** Newest first, of the programs this person audits and of what belongs to none. */
    public List<Entry> find(Staff auditor, Filter filter, int limit) {
        return desk.as(
                auditor,
                jdbc -> jdbc.sql("""
                        select seq, at, who, act, subject, program, detail from hub.audit_entry
                        where (cast(:who as text) is null or who = :who)
                          and (cast(:subject as text) is null or subject = :subject)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:to as timestamptz) is null or at < :to)
                          and (cast(:before as bigint) is null or seq < :before)
                        order by seq desc limit :limit
                        """)
                        .param("who", filter.who().orElse(null))
                        .param("subject", filter.subject().orElse(null))
                        .param("from", filter.from().map(AuditTrail::midnight).orElse(null))
                        .param(
                                "to",
                                filter.to()
                                        .map(day -> midnight(day.plusDays(1)))
                                        .orElse(null))
                        .param("before", filter.before().orElse(null))
                        .param("limit", limit)
                        .query(Entry.class)
                        .list());
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** Recomputes the whole chain; takes time in proportion to its length. */
    public Verification verify() {
        return pipeline.sql("""
                        select h.seq, encode(h.hash, 'hex') as hash, hub.audit_broken_at() as broken_at
                        from hub.audit_head h
                        """)
                .query((row, number) -> new Verification(
                        row.getLong("seq"),
                        Optional.ofNullable(row.getObject("broken_at", Long.class)),
                        row.getString("hash")))
                .single();
    }

    @Scheduled(fixedDelayString = "P1D")
    void makeRoomForTheNextMonths() {
        pipeline.sql("select hub.ensure_partitions('audit_entry', 3)").query().singleRow();
    }
}
