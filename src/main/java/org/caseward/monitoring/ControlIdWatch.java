package org.caseward.monitoring;

import org.caseward.report.ControlIdReused;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/** Raises an alert where a sender uses a control id again for other content: either its counter began anew, or one of the two is lost to it. */
@Component
class ControlIdWatch {
    private final Alerts alerts;

    ControlIdWatch(Alerts alerts) {
        this.alerts = alerts;
    }

    /** Not on the thread that commits receipts: an acknowledgement waits there. */
    @Async
    @EventListener
    public void reused(ControlIdReused event) {
        alerts.raise(
                "control-id-reused",
                event.receiptNumber(),
                "On connection " + event.connection()
                        + " a control id came again with other content. Both were kept; the second is receipt "
                        + event.receiptNumber()
                        + ". Ask the sender whether its counter began anew.",
                event.programs());
    }
}
