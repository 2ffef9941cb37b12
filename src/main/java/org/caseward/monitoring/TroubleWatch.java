package org.caseward.monitoring;

import org.caseward.report.Healed;
import org.caseward.report.Troubled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Raises an alert where something tells of trouble, and clears it when that is over. */
@Component
class TroubleWatch {
    private final Alerts alerts;

    TroubleWatch(Alerts alerts) {
        this.alerts = alerts;
    }

    @EventListener
    public void troubled(Troubled trouble) {
        // what concerns no program more than another concerns the hub itself
        alerts.raise(
                trouble.kind(),
                trouble.subject(),
                trouble.text(),
                trouble.programs().isEmpty() ? null : trouble.programs());
    }

    @EventListener
    public void healed(Healed healed) {
        alerts.clear(healed.kind(), healed.subject());
    }
}
