package org.caseward.monitoring;

import org.caseward.report.ConnectionHealed;
import org.caseward.report.ConnectionTroubled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Raises an alert where a connection tells of trouble, and clears it when that is over. */
@Component
class ConnectionWatch {
    private final Alerts alerts;

    ConnectionWatch(Alerts alerts) {
        this.alerts = alerts;
    }

    @EventListener
    public void troubled(ConnectionTroubled trouble) {
        // what concerns no program more than another concerns the hub itself
        alerts.raise(
                trouble.kind(),
                trouble.connection(),
                trouble.text(),
                trouble.programs().isEmpty() ? null : trouble.programs());
    }

    @EventListener
    public void healed(ConnectionHealed healed) {
        alerts.clear(healed.kind(), healed.connection());
    }
}
