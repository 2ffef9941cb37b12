package org.caseward.monitoring;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caseward.report.AuditedAct;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Where an engineer says that an alert is dealt with. What still holds is raised anew by what watches it. */
@Component
class AlertDesk {
    /** These end where their cause is mended, and must not be put out of sight before. */
    private static final Set<String> ELSEWHERE = Set.of(QualityAlerts.KIND);

    private final Alerts alerts;
    private final StaffDesk desk;
    private final ApplicationEventPublisher events;

    AlertDesk(Alerts alerts, StaffDesk desk, ApplicationEventPublisher events) {
        this.alerts = alerts;
        this.desk = desk;
        this.events = events;
    }

    /** @return the alert that was cleared */
    Alerts.Alert clear(Staff who, UUID id) {
        Alerts.Alert alert = alerts.open(who).stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND,
                                "No open alert of your programs has this id. Somebody may have cleared it, or it ended by itself."));
        if (ELSEWHERE.contains(alert.kind())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "This alert ends when a supervisor lifts the stop on the quality page. It can't be cleared here.");
        }
        // written first: an act that can't be written down is not done
        events.publishEvent(
                new AuditedAct(who.name(), "alert-cleared", alert.subject(), Optional.empty(), alert.kind()));
        desk.as(
                who,
                sql -> sql.sql(
                                "update hub.alert set cleared_at = now(), cleared_by = ? where id = ? and cleared_at is null")
                        .params(who.name(), id)
                        .update());
        return alert;
    }

    /** Whether a person may clear it at all. */
    static boolean clearable(String kind) {
        return !ELSEWHERE.contains(kind);
    }
}
