package org.caseward.monitoring;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caseward.matching.watch.QualityChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** An alert stands for each program whose filing without a person is stopped, from the stop's own transaction on until it is lifted. */
@Component
class QualityAlerts {
    static final String KIND = "quality-watch";

    private record Stop(String program, String text) {}

    private final JdbcClient jdbc;
    private final Alerts alerts;

    QualityAlerts(JdbcClient jdbc, Alerts alerts) {
        this.jdbc = jdbc;
        this.alerts = alerts;
    }

    /** Also now and then: whoever lifted a stop may have fallen before the alert was cleared. */
    @Scheduled(fixedDelayString = "${caseward.watch.every:PT60S}")
    void compare() {
        Map<String, String> stopped = jdbc
                .sql("select program, text from hub.watch_stop where lifted_at is null")
                .query(Stop.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Stop::program, Stop::text));
        stopped.forEach((program, text) -> alerts.raise(KIND, program, text, List.of(program)));
        jdbc
                .sql("select subject from hub.alert where kind = ? and cleared_at is null")
                .param(KIND)
                .query(String.class)
                .list()
                .stream()
                .filter(program -> !stopped.containsKey(program))
                .forEach(program -> alerts.clear(KIND, program));
    }

    @EventListener
    void changed(QualityChanged event) {
        compare();
    }
}
