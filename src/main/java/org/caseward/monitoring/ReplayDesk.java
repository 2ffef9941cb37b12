package org.caseward.monitoring;

import java.util.Optional;
import org.caseward.report.AuditedAct;
import org.caseward.report.ReportId;
import org.caseward.report.Step;
import org.caseward.security.Staff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** A person replays reports of the own programs, and it is written down who did. What lies outside does not exist here. */
@Component
class ReplayDesk {
    private final Replay replay;
    private final Tracked tracked;
    private final ApplicationEventPublisher events;

    ReplayDesk(Replay replay, Tracked tracked, ApplicationEventPublisher events) {
        this.replay = replay;
        this.tracked = tracked;
        this.events = events;
    }

    /** @param idOrReceipt a report id, or a receipt number for its first report */
    ReplayResult one(Staff who, String idOrReceipt, Step from, boolean dryRun) {
        ReportId id = tracked.report(who, idOrReceipt)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "No report of your programs has this id or receipt number. Look for it on the trace page."));
        return replayed(who, id, from, dryRun);
    }

    /** Every report in quarantine for this cause. @return how many were sent on their way */
    long cause(Staff who, String code) {
        return tracked.quarantinedFor(who, code).stream()
                .map(id -> replayed(who, id, Step.RECEIVED, false))
                .filter(ReplayResult::started)
                .count();
    }

    private ReplayResult replayed(Staff who, ReportId id, Step from, boolean dryRun) {
        String act = dryRun ? "replay-tried" : "replayed";
        events.publishEvent(new AuditedAct(who.name(), act, id.toString(), Optional.empty(), "from " + from.code()));
        return replay.replay(id, from, dryRun, who.name());
    }
}
