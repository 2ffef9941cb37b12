package org.caseward.matching.watch;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.caseward.report.AuditedAct;
import org.caseward.report.StepTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stops filing without a person in a program whose errors break its limit ({@link Standing#broken}), until a supervisor lifts the stop. Every node asks at most a second
 * late.
 */
@Component
public class QualityWatch {
    public static final String GATE = "quality-watch";
    private static final long STALE = Duration.ofSeconds(1).toNanos();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Standings standings;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Known known;

    private record Known(long at, Set<String> stopped) {}

    QualityWatch(
            JdbcClient jdbc, TransactionTemplate transaction, Standings standings, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.standings = standings;
        this.events = events;
    }

    /** Why nothing of this program is filed without a person at the moment; empty where nothing speaks against it. */
    public Optional<String> objection(Optional<String> program) {
        return program.filter(stopped()::contains)
                .map(
                        stopped ->
                                "filing without a person is stopped in this program because errors were found; a supervisor lifts that on the quality page");
    }

    private Set<String> stopped() {
        Known now = known;
        if (now == null || System.nanoTime() - now.at() > STALE) {
            now = new Known(
                    System.nanoTime(),
                    Set.copyOf(jdbc.sql("select program from watch_stop where lifted_at is null")
                            .query(String.class)
                            .list()));
            known = now;
        }
        return now.stopped();
    }

    @EventListener
    void changed(QualityChanged event) {
        known = null;
    }

    @Scheduled(fixedDelayString = "${caseward.watch.every:PT60S}")
    void look() {
        look(jdbc.sql("select code from program").query(String.class).list());
    }

    /** Counts now, after an error may have been seen. Outside any transaction. */
    public void look(Collection<String> programs) {
        standings.of(jdbc, programs).stream().filter(Standing::broken).forEach(this::stop);
    }

    private void stop(Standing standing) {
        transaction.executeWithoutResult(status -> {
            int stopped = jdbc.sql(
                            "insert into watch_stop (program, model_version, text) values (?, ?, ?) on conflict do nothing")
                    .params(standing.program(), standing.modelVersion(), words(standing))
                    .update();
            if (stopped == 1) {
                events.publishEvent(new AuditedAct(
                        StepTaken.HUB,
                        "automatic-filing-stopped",
                        standing.program(),
                        Optional.of(standing.program()),
                        "model " + standing.modelVersion()));
                events.publishEvent(new QualityChanged(standing.program()));
            }
        });
        known = null;
    }

    static String words(Standing s) {
        return String.format(
                Locale.ROOT,
                "Filing without a person is stopped in program %s. Of %d reports that model %s filed since %tF, %d were read a second time: %d of these belong"
                        + " elsewhere, and %d others were moved by people. With 95 %% confidence more than %s of all are wrong, which is the limit. All reports"
                        + " of the program go to review now. Look at the wrong ones and find the cause; then a supervisor of the program lifts the stop on the"
                        + " quality page, with a reason.",
                s.program(),
                s.filings(),
                s.modelVersion(),
                s.since().atZone(java.time.ZoneOffset.UTC),
                s.reviewed(),
                s.disagreed(),
                s.found(),
                share(s.rule().limit()));
    }

    /** {@code 1 in 100,000}. */
    public static String share(double share) {
        return share <= 0 ? "none" : String.format(Locale.ROOT, "1 in %,d", Math.max(1, Math.round(1 / share)));
    }
}
