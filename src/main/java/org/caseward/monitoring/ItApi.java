package org.caseward.monitoring;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caseward.report.Step;
import org.caseward.security.AllowedTo;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The JSON side of IT's work: routes, alerts, replay. */
@RestController
@AllowedTo(Role.INTEGRATION_ENGINEER)
class ItApi {
    private final RouteControl control;
    private final RouteDesk routes;
    private final ReplayDesk replays;
    private final Alerts alerts;
    private final AlertDesk alertDesk;

    ItApi(RouteControl control, RouteDesk routes, ReplayDesk replays, Alerts alerts, AlertDesk alertDesk) {
        this.control = control;
        this.routes = routes;
        this.replays = replays;
        this.alerts = alerts;
        this.alertDesk = alertDesk;
    }

    record Listing<T>(List<T> items, @Nullable String next) {}

    record ReplayRequest(@Nullable String from, @Nullable Boolean dryRun) {}

    /** The contract's answer: what changed or would change. */
    record Replayed(
            String reportId,
            String from,
            boolean dryRun,
            boolean started,
            String state,
            List<String> changes,
            String text) {}

    @GetMapping("/api/routes")
    Listing<RouteStatus> routes() {
        return new Listing<>(control.routes(), null);
    }

    @PostMapping("/api/routes/{id}/start")
    Listing<RouteStatus> start(Staff staff, @PathVariable String id) {
        routes.start(staff, id);
        return routes();
    }

    @PostMapping("/api/routes/{id}/stop")
    Listing<RouteStatus> stop(Staff staff, @PathVariable String id) {
        routes.stop(staff, id);
        return routes();
    }

    @GetMapping("/api/alerts")
    Listing<Alerts.Alert> alerts(Staff staff) {
        return new Listing<>(alerts.open(staff), null);
    }

    /** Answers with what is still open. */
    @PostMapping("/api/alerts/{id}/clear")
    Listing<Alerts.Alert> clear(Staff staff, @PathVariable UUID id) {
        alertDesk.clear(staff, id);
        return alerts(staff);
    }

    @PostMapping("/api/reports/{id}/replay")
    Replayed replay(Staff staff, @PathVariable String id, @RequestBody ReplayRequest request) {
        Step from = step(request.from());
        boolean dryRun = Boolean.TRUE.equals(request.dryRun());
        ReplayResult result = replays.one(staff, id, from, dryRun);
        return new Replayed(
                result.report().toString(),
                from.code(),
                dryRun,
                result.started(),
                result.state().code(),
                result.changes(),
                result.text());
    }

    private static Step step(@Nullable String code) {
        return Arrays.stream(Step.values())
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "\"from\" must name the step to begin at: one of "
                                + Arrays.stream(Step.values()).map(Step::code).collect(Collectors.joining(", "))));
    }
}
