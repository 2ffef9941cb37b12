package org.caseward.register;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the coming months' partitions at every start and every day; the default partition keeps what comes while nobody does. */
@Component
class Partitions {
    private static final int MONTHS_AHEAD = 3;

    private final JdbcClient jdbc;

    Partitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "P1D")
    void ensure() {
        for (String table : List.of("receipt", "report", "report_step", "report_page", "decision")) {
            jdbc.sql("select hub.ensure_partitions(?, ?)")
                    .params(table, MONTHS_AHEAD)
                    .query()
                    .singleRow();
        }
    }
}
