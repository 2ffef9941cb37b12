package org.caseward.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reports of the last day by level, connection and document type, and how many wait to be held against the profiles. */
@Component
class LevelMetrics {
    private static final String COUNTS = """
            select 'L' || level as level, connection, coalesce(document_type, 'unknown') as type, count(*) as count
            from report where id >= uuid_at(now() - interval '1 day') and level is not null and reason_code is distinct from 'split' group by 1, 2, 3
            """;

    private record Count(String level, String connection, String type, long count) {}

    private final JdbcClient jdbc;
    private final MultiGauge reports;
    private final AtomicLong waiting = new AtomicLong();

    LevelMetrics(JdbcClient jdbc, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.reports = MultiGauge.builder("caseward.reports.level")
                .description("Reports received in the last 24 hours, by validation level")
                .register(registry);
        registry.gauge("caseward.profiles.waiting", waiting);
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "${caseward.levels.every:PT60S}")
    void measure() {
        try {
            List<Count> counts = jdbc.sql(COUNTS).query(Count.class).list();
            reports.register(counts.stream().<Row<?>>map(LevelMetrics::row).toList(), true);
            waiting.set(jdbc.sql("select count(*) from profile_check")
                    .query(Long.class)
                    .single());
        } catch (DataAccessException e) {
            // the last figures stay; the database's own outage is told of elsewhere
        }
    }

    private static Row<?> row(Count count) {
        return Row.of(
                Tags.of("level", count.level(), "connection", count.connection(), "type", count.type()), count.count());
    }
}
