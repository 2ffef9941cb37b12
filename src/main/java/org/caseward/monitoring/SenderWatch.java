package org.caseward.monitoring;

import org.caseward.report.SenderTrouble;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/** Raises an alert for what a channel tells of its senders. */
@Component
class SenderWatch {
    private final Alerts alerts;

    SenderWatch(Alerts alerts) {
        this.alerts = alerts;
    }

    /** Not on the channel's thread: somebody waits there for an acknowledgement. */
    @Async
    @EventListener
    public void trouble(SenderTrouble event) {
        alerts.raise(
                event.kind(), event.subject(), event.text(), event.programs().isEmpty() ? null : event.programs());
    }
}
