package org.caseward.intake;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.caseward.report.Healed;
import org.caseward.report.Troubled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of trouble with a connection as often as it is met, and of its end once. Where the telling itself fails, what is received goes on. */
@Component
public class ConnectionTroubles {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionTroubles.class);

    private final ApplicationEventPublisher events;
    /** What is known to be well, by connection and kind: after a start nothing is, so that alerts of an earlier run are cleared. */
    private final Set<Map.Entry<String, String>> well = ConcurrentHashMap.newKeySet();

    ConnectionTroubles(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** @param text what happened, why and what to do next; nothing of a person */
    public void tell(String kind, Connection connection, String text) {
        well.remove(Map.entry(connection.id(), kind));
        publish(new Troubled(kind, connection.id(), connection.programs(), text));
    }

    public void heal(String kind, Connection connection) {
        if (well.add(Map.entry(connection.id(), kind))) {
            publish(new Healed(kind, connection.id()));
        }
    }

    private void publish(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException e) {
            LOG.warn("An alert could not be raised or cleared: {}", e.getClass().getSimpleName());
        }
    }
}
