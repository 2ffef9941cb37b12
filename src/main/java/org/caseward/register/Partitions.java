package org.caseward.register;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the coming months' partitions at every start and every day; the default partition keeps what comes while nobody does. */
@Component
class Partitions {
    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final int MONTHS_AHEAD = 3;

    private final JdbcClient jdbc;

    Partitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "P1D")
    void ensure() {
        for (String table :
                List.of("receipt", "report", "report_step", "report_page", "decision", "automatic_filing")) {
            ensure(table);
        }
    }

    /** One table's fault (rows of that month lie in its default partition already) leaves the others their months. */
    private void ensure(String table) {
        try {
            jdbc.sql("select hub.ensure_partitions(?, ?)")
                    .params(table, MONTHS_AHEAD)
                    .query()
                    .singleRow();
        } catch (DataAccessException e) {
            LOG.error(
                    "The coming months' partitions of {} could not be made; its default partition keeps what comes",
                    table);
        }
    }
}
