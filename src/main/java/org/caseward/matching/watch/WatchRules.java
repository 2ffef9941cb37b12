package org.caseward.matching.watch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads programs' rules of watching; one that can't be read is the default, since a slip in a setting must not end the watch. */
@Component
class WatchRules {
    private final JdbcClient jdbc;

    WatchRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Said(
            @org.jspecify.annotations.Nullable Double sample,
            @org.jspecify.annotations.Nullable Double limit) {}

    WatchRule of(String program) {
        return jdbc.sql("""
                        select case when jsonb_typeof(settings #> '{watch,sample}') = 'number' then (settings #>> '{watch,sample}')::float8 end as sample,
                            case when jsonb_typeof(settings #> '{watch,limit}') = 'number' then (settings #>> '{watch,limit}')::float8 end as "limit"
                        from program where code = ?
                        """)
                .param(program)
                .query(Said.class)
                .optional()
                .map(WatchRules::rule)
                .orElse(WatchRule.DEFAULT);
    }

    private static WatchRule rule(Said said) {
        try {
            return new WatchRule(
                    said.sample() == null ? WatchRule.DEFAULT.sample() : said.sample(),
                    said.limit() == null ? WatchRule.DEFAULT.limit() : said.limit());
        } catch (IllegalArgumentException e) {
            return WatchRule.DEFAULT;
        }
    }
}
