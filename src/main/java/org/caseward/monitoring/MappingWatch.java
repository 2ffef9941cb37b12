package org.caseward.monitoring;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caseward.normalisation.Complaint;
import org.caseward.normalisation.MappingLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** An alert stands for each mapping file that is wrong, until it is mended. */
@Component
class MappingWatch {
    static final String KIND = "mapping-wrong";
    private static final Logger LOG = LoggerFactory.getLogger(MappingWatch.class);
    private static final int MOST_SAID = 3;

    private final MappingLibrary library;
    private final Alerts alerts;
    private final JdbcClient jdbc;

    MappingWatch(MappingLibrary library, Alerts alerts, JdbcClient jdbc) {
        this.library = library;
        this.alerts = alerts;
        this.jdbc = jdbc;
        library.listen(this::compareIfPossible);
    }

    /** Also now and then: the database may have been down when a file changed. */
    @Scheduled(fixedDelayString = "${caseward.mapping-watch.every:PT60S}")
    void compare() {
        Map<String, List<Complaint>> wrong =
                library.complaints().stream().collect(Collectors.groupingBy(Complaint::file));
        wrong.forEach((file, complaints) -> alerts.raise(KIND, file, text(complaints)));
        jdbc
                .sql("select subject from hub.alert where kind = ? and cleared_at is null")
                .param(KIND)
                .query(String.class)
                .list()
                .stream()
                .filter(file -> !wrong.containsKey(file))
                .forEach(file -> alerts.clear(KIND, file));
    }

    private void compareIfPossible() {
        try {
            compare();
        } catch (DataAccessException later) {
            LOG.warn(
                    "alerts about mappings wait for the database: {}",
                    later.getClass().getSimpleName());
        }
    }

    private static String text(List<Complaint> complaints) {
        String said =
                complaints.stream().limit(MOST_SAID).map(Complaint::toString).collect(Collectors.joining("; "));
        int more = complaints.size() - MOST_SAID;
        return "This mapping file is wrong, so its last good text stays in force: " + said
                + (more > 0 ? "; and " + more + " more" : "")
                + ". Mend the file, or look at the mappings' page for all complaints; this alert clears itself.";
    }
}
