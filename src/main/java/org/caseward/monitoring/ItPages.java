package org.caseward.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.report.AuditedAct;
import org.caseward.report.Step;
import org.caseward.security.AllowedTo;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** IT's pages: routes, quarantine, trace; the open alerts stand on top of each. */
@Controller
@AllowedTo(Role.INTEGRATION_ENGINEER)
class ItPages {
    private final RouteControl control;
    private final RouteDesk routes;
    private final ReplayDesk replays;
    private final Tracked tracked;
    private final Alerts alerts;
    private final AlertDesk alertDesk;
    private final ApplicationEventPublisher events;

    ItPages(
            RouteControl control,
            RouteDesk routes,
            ReplayDesk replays,
            Tracked tracked,
            Alerts alerts,
            AlertDesk alertDesk,
            ApplicationEventPublisher events) {
        this.control = control;
        this.routes = routes;
        this.replays = replays;
        this.tracked = tracked;
        this.alerts = alerts;
        this.alertDesk = alertDesk;
        this.events = events;
    }

    @ModelAttribute
    void alerts(Staff staff, Model model) {
        model.addAttribute("alerts", alerts.open(staff));
    }

    @GetMapping("/it/routes")
    String routes(@RequestParam(defaultValue = "on") String live, Model model) {
        model.addAttribute("routes", control.routes());
        model.addAttribute("live", !live.equals("off"));
        return "it/routes";
    }

    /** Only what changes, for the page that asks again and again. */
    @GetMapping("/it/routes/now")
    String routesNow(Model model) {
        model.addAttribute("routes", control.routes());
        return "it/routes :: now";
    }

    @PostMapping("/it/routes/{id}/start")
    String start(Staff staff, @PathVariable String id, RedirectAttributes after) {
        routes.start(staff, id);
        after.addFlashAttribute("done", "Route " + id + " was started.");
        return "redirect:/it/routes";
    }

    @PostMapping("/it/routes/{id}/stop")
    String stop(Staff staff, @PathVariable String id, RedirectAttributes after) {
        routes.stop(staff, id);
        after.addFlashAttribute("done", "Route " + id + " was stopped. It takes in nothing until you start it again.");
        return "redirect:/it/routes";
    }

    @PostMapping("/it/alerts/{id}/clear")
    String clear(Staff staff, @PathVariable UUID id, RedirectAttributes after) {
        Alerts.Alert cleared = alertDesk.clear(staff, id);
        after.addFlashAttribute(
                "done",
                "The alert " + cleared.kind() + " about " + cleared.subject()
                        + " was cleared. Where its cause still holds, it comes again.");
        return "redirect:/it/routes";
    }

    @GetMapping("/it/quarantine")
    String quarantine(Staff staff, Model model) {
        model.addAttribute("causes", tracked.quarantine(staff));
        viewed(staff, "quarantine", "");
        return "it/quarantine";
    }

    @PostMapping("/it/quarantine/replay")
    String replay(
            Staff staff,
            @RequestParam Optional<String> report,
            @RequestParam Optional<String> cause,
            RedirectAttributes after) {
        String done = report.map(
                        id -> replays.one(staff, id, Step.RECEIVED, false).text())
                .or(() -> cause.map(code -> replays.cause(staff, code) + " reports were sent on their way again."))
                .orElse("Nothing was chosen, so nothing was replayed.");
        after.addFlashAttribute("done", done);
        return "redirect:/it/quarantine";
    }

    @GetMapping("/it/trace")
    String trace(Staff staff, @RequestParam(defaultValue = "") String q, Model model) {
        String asked = q.strip();
        List<Tracked.Trace> found = asked.isEmpty() ? List.of() : tracked.find(staff, asked);
        found.forEach(trace -> viewed(staff, trace.head().id().toString(), "trace"));
        model.addAttribute("q", asked);
        model.addAttribute("traces", found);
        return "it/trace";
    }

    private void viewed(Staff staff, String subject, String detail) {
        events.publishEvent(new AuditedAct(staff.name(), "viewed", subject, Optional.empty(), detail));
    }
}
