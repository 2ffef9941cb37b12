package org.caseward.monitoring;

import java.util.List;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many reports stand at which level, by where they came in and what they are; counts only, nobody is told of. */
@Component
class LevelCounts {
    private static final String COUNTS = """
            select connection, coalesce(document_type, 'unknown') as document_type, channel,
                count(*) filter (where level = 0) as l0, count(*) filter (where level = 1) as l1, count(*) filter (where level = 2) as l2,
                count(*) filter (where level = 3) as l3, count(*) filter (where level = 4) as l4, count(*) filter (where level = 5) as l5
            from hub.report where id >= hub.uuid_at(now() - make_interval(days => :days)) and reason_code is distinct from 'split'
            group by connection, channel, coalesce(document_type, 'unknown') order by connection, 2
            """;

    private static final String LACKING = """
            select lack ->> 'id' as id, min(lack ->> 'text') as text, r.level + 1 as level, count(*) as count
            from hub.report r cross join lateral jsonb_array_elements(r.level_missing -> (r.level + 1)::text) as lack
            where r.id >= hub.uuid_at(now() - make_interval(days => :days)) and jsonb_exists(r.level_missing, (r.level + 1)::text)
            group by 1, 3 order by count(*) desc, 1 limit 20
            """;

    private final StaffDesk desk;

    LevelCounts(StaffDesk desk) {
        this.desk = desk;
    }

    public record Row(
            String connection,
            String channel,
            String documentType,
            long l0,
            long l1,
            long l2,
            long l3,
            long l4,
            long l5) {}

    /** What is missing most often. */
    public record Lack(@Nullable String id, @Nullable String text, int level, long count) {}

    public record Sheet(List<Row> rows, List<Lack> lacking) {}

    /** Of the reports received in the last days, inside this person's programs. */
    Sheet of(Staff who, int days) {
        return desk.as(who, jdbc -> new Sheet(rows(jdbc, days), lacking(jdbc, days)));
    }

    private static List<Row> rows(JdbcClient jdbc, int days) {
        return jdbc.sql(COUNTS).param("days", days).query(Row.class).list();
    }

    private static List<Lack> lacking(JdbcClient jdbc, int days) {
        return jdbc.sql(LACKING).param("days", days).query(Lack.class).list();
    }
}
