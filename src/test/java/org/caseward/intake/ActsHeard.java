package org.caseward.intake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.caseward.report.AuditedAct;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was told to the audit. */
@Component
class ActsHeard {
    private final List<AuditedAct> acts = new CopyOnWriteArrayList<>();

    @EventListener
    void on(AuditedAct act) {
        acts.add(act);
    }

    /** As {@code act subject}. */
    List<String> of(String who) {
        return acts.stream()
                .filter(act -> act.who().equals(who))
                .map(act -> act.act() + " " + act.subject())
                .toList();
    }
}
