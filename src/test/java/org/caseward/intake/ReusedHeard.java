package org.caseward.intake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.caseward.report.ControlIdReused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what the alert about a reused control id is raised from. */
@Component
class ReusedHeard {
    private final List<String> receipts = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(ControlIdReused reused) {
        receipts.add(reused.receiptNumber());
    }

    List<String> receipts() {
        return receipts;
    }
}
