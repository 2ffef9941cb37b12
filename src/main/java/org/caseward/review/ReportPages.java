package org.caseward.review;

import static org.caseward.security.Role.AUDITOR;
import static org.caseward.security.Role.COORDINATOR;
import static org.caseward.security.Role.SENIOR_COORDINATOR;
import static org.caseward.security.Role.SUPERVISOR;
import static org.caseward.security.Role.TRIAGE;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.documents.Address;
import org.caseward.documents.DocumentStore;
import org.caseward.report.AuditedAct;
import org.caseward.report.ReportState;
import org.caseward.security.AllowedTo;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One report before a person: its pages or message, what was read, the cases it may belong to. */
@Controller
@AllowedTo({COORDINATOR, SENIOR_COORDINATOR, SUPERVISOR, TRIAGE, AUDITOR})
class ReportPages {
    private final StaffDesk desk;
    private final Reports reports;
    private final ReportStory story;
    private final ReportSheets sheets;
    private final DocumentStore documents;
    private final ApplicationEventPublisher events;

    ReportPages(
            StaffDesk desk,
            Reports reports,
            ReportStory story,
            ReportSheets sheets,
            DocumentStore documents,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.reports = reports;
        this.story = story;
        this.sheets = sheets;
        this.documents = documents;
        this.events = events;
    }

    /** @param q what to look for among the cases of this report's programs */
    @GetMapping("/reports/{id}")
    String report(
            Staff staff, @PathVariable String id, @RequestParam(required = false) @Nullable String q, Model model) {
        return desk.as(staff, jdbc -> {
            Sight sight = Sight.of(staff);
            DeskReport report =
                    reports.find(jdbc, sight, id).orElseThrow(() -> new Objection.Raised(Objection.notFound()));
            events.publishEvent(viewed(staff, report, "viewed", "page"));
            if (report.state() == ReportState.IN_REVIEW && sight.mayDecide(report)) {
                reports.openedBy(jdbc, staff.name(), report.id());
            }
            List<UUID> waiting = reports.waitingIds(jdbc, sight, WorklistPage.MOST);
            model.addAttribute("title", sheets.title(report));
            model.addAttribute("sheet", sheets.of(jdbc, sight, report));
            model.addAttribute("waiting", waiting.size());
            model.addAttribute("place", waiting.indexOf(report.id()) + 1);
            model.addAttribute("next", WorklistPage.after(waiting, report.id()).orElse(null));
            model.addAttribute("q", q);
            model.addAttribute("hits", q == null || q.isBlank() ? null : sheets.search(jdbc, sight, report, q));
            return "review/report";
        });
    }

    @GetMapping("/reports/{id}/pages/{number}.png")
    ResponseEntity<byte[]> page(Staff staff, @PathVariable String id, @PathVariable int number) {
        Address image = desk.as(staff, jdbc -> {
            DeskReport report = reports.find(jdbc, Sight.of(staff), id)
                    .orElseThrow(() -> new Objection.Raised(Objection.notFound()));
            Address found = story.pages(jdbc, report.id()).stream()
                    .filter(page -> page.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new Objection.Raised(Objection.notFound()))
                    .image();
            events.publishEvent(viewed(staff, report, "viewed-page", "page " + number));
            return found;
        });
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(documents.get(image));
    }

    private static AuditedAct viewed(Staff staff, DeskReport report, String act, String detail) {
        return new AuditedAct(staff.name(), act, report.id().toString(), Optional.ofNullable(report.program()), detail);
    }
}
