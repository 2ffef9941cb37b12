package org.caseward.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caseward.report.Healed;
import org.caseward.report.Troubled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what alerts about connections are raised from and cleared by. */
@Component
class TroublesHeard {
    private final Map<List<String>, String> open = new ConcurrentHashMap<>();

    @EventListener
    void hear(Troubled trouble) {
        open.put(List.of(trouble.kind(), trouble.subject()), trouble.text());
    }

    @EventListener
    void hear(Healed healed) {
        open.remove(List.of(healed.kind(), healed.subject()));
    }

    /** What is said of a connection at the moment; empty where nothing is. */
    String of(String kind, String connection) {
        return open.getOrDefault(List.of(kind, connection), "");
    }
}
