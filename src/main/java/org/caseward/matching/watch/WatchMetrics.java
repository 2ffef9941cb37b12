package org.caseward.matching.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The standing of automatic filings as gauges by program and model; counts and shares only. */
@Component
class WatchMetrics {
    private final JdbcClient jdbc;
    private final Standings standings;
    private final MultiGauge upper;
    private final MultiGauge reviewed;
    private final MultiGauge errors;
    private final MultiGauge stopped;

    WatchMetrics(JdbcClient jdbc, Standings standings, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.standings = standings;
        upper = gauge(
                registry,
                "caseward.watch.error.upper",
                "Share of wrong automatic filings: 95 % upper bound (Clopper-Pearson)");
        reviewed = gauge(registry, "caseward.watch.reviewed", "Automatic filings read a second time");
        errors = gauge(registry, "caseward.watch.errors", "Automatic filings found wrong, by second review or moved");
        stopped =
                gauge(registry, "caseward.watch.stopped", "1 while filing without a person is stopped in the program");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String says) {
        return MultiGauge.builder(name).description(says).register(registry);
    }

    @Scheduled(fixedDelayString = "${caseward.watch.every:PT60S}")
    void measure() {
        try {
            List<String> programs =
                    jdbc.sql("select code from program").query(String.class).list();
            List<Standing> all = standings.of(jdbc, programs);
            upper.register(rows(all, s -> s.bound().upper()), true);
            reviewed.register(rows(all, Standing::reviewed), true);
            errors.register(rows(all, s -> s.disagreed() + s.found()), true);
            List<String> now = jdbc.sql("select program from watch_stop where lifted_at is null")
                    .query(String.class)
                    .list();
            stopped.register(
                    programs.stream()
                            .map(p -> Row.of(Tags.of("program", p), now.contains(p) ? 1 : 0))
                            .toList(),
                    true);
        } catch (DataAccessException e) {
            // the last figures stay; the database's own outage is told of elsewhere
        }
    }

    private static List<Row<?>> rows(List<Standing> all, ToDoubleFunction<Standing> of) {
        return all.stream()
                .<Row<?>>map(
                        s -> Row.of(Tags.of("program", s.program(), "model", s.modelVersion()), of.applyAsDouble(s)))
                .toList();
    }
}
