package org.caseward.standards;

import java.util.List;
import java.util.Map;
import org.caseward.report.Healed;
import org.caseward.report.Troubled;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells IT of each table that was left out, and of its end. */
@Component
class TablesWatch {
    static final String KIND = "standards-table";

    private final Standards standards;
    private final ApplicationEventPublisher events;

    TablesWatch(Standards standards, ApplicationEventPublisher events) {
        this.standards = standards;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        standards.complaints().entrySet().stream().map(TablesWatch::event).forEach(events::publishEvent);
    }

    private static Object event(Map.Entry<String, List<String>> file) {
        return file.getValue().isEmpty()
                ? new Healed(KIND, file.getKey())
                : new Troubled(
                        KIND,
                        file.getKey(),
                        List.of(),
                        "The table of expected durations " + file.getKey()
                                + " is left out, so its findings are missing: " + String.join("; ", file.getValue())
                                + ". Mend the file and start the hub anew.");
    }
}
