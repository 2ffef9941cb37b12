package org.caseward.monitoring;

import java.util.Optional;
import org.caseward.report.AuditedAct;
import org.caseward.security.Staff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** A person starts or stops a route, and it is written down who did. */
@Component
class RouteDesk {
    private final RouteControl control;
    private final ApplicationEventPublisher events;

    RouteDesk(RouteControl control, ApplicationEventPublisher events) {
        this.control = control;
        this.events = events;
    }

    void start(Staff who, String id) {
        mustExist(id);
        // written first: an act that can't be written down is not done
        audit(who, "route-started", id);
        control.start(id);
    }

    void stop(Staff who, String id) {
        mustExist(id);
        audit(who, "route-stopped", id);
        control.stop(id);
    }

    private void mustExist(String id) {
        if (control.routes().stream().noneMatch(route -> route.id().equals(id))) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "No route has this id. Ask /api/routes for the ids there are.");
        }
    }

    private void audit(Staff who, String act, String id) {
        events.publishEvent(new AuditedAct(who.name(), act, id, Optional.empty(), ""));
    }
}
