package org.caseward.review;

import static org.caseward.security.Role.COORDINATOR;
import static org.caseward.security.Role.SENIOR_COORDINATOR;
import static org.caseward.security.Role.SUPERVISOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseward.report.AuditedAct;
import org.caseward.security.AllowedTo;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Second reviews in the browser: the report as if nothing had been decided, without candidates, since the first of them is mostly what the machine chose. */
@Controller
@AllowedTo({COORDINATOR, SENIOR_COORDINATOR, SUPERVISOR})
class SecondReviewPages {
    private final StaffDesk desk;
    private final SecondReviews reviews;
    private final Reports reports;
    private final ReportSheets sheets;
    private final ApplicationEventPublisher events;

    SecondReviewPages(
            StaffDesk desk,
            SecondReviews reviews,
            Reports reports,
            ReportSheets sheets,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.reviews = reviews;
        this.reports = reports;
        this.sheets = sheets;
        this.events = events;
    }

    @GetMapping("/second-reviews")
    String list(Staff staff, Model model) {
        model.addAttribute("due", desk.as(staff, jdbc -> reviews.due(jdbc, Sight.of(staff))));
        return "review/second-reviews";
    }

    /**
     * @param q what to look for among the cases of the report's program
     * @param pick the cases chosen so far
     */
    @GetMapping("/second-reviews/{id}")
    String one(
            Staff staff,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "") List<String> pick,
            Model model) {
        return desk.as(staff, jdbc -> {
            Sight sight = Sight.of(staff);
            SecondReviews.Due due = reviews.find(jdbc, sight, id);
            DeskReport report = reports.find(jdbc, sight, due.report().toString())
                    .orElseThrow(() -> new Objection.Raised(Objection.notFound()));
            events.publishEvent(
                    new AuditedAct(staff.name(), "viewed", id, Optional.ofNullable(report.program()), "second review"));
            model.addAttribute("title", sheets.title(report));
            model.addAttribute("sheet", sheets.undecided(jdbc, report));
            model.addAttribute("picks", pick);
            model.addAttribute("q", q);
            model.addAttribute("hits", q == null || q.isBlank() ? null : sheets.search(jdbc, sight, report, q));
            return "review/second-review";
        });
    }

    /** @param caseNumber where it belongs; left out: on no case */
    @PostMapping("/second-reviews/{id}")
    String place(
            Staff staff,
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> caseNumber,
            RedirectAttributes after) {
        try {
            after.addFlashAttribute("verdict", reviews.place(staff, id, new ArrayList<>(caseNumber)));
            return "redirect:/second-reviews";
        } catch (Objection.Raised raised) {
            if (raised.objection().status() == HttpStatus.NOT_FOUND) {
                throw raised;
            }
            after.addFlashAttribute("objection", raised.objection());
            return "redirect:/second-reviews";
        }
    }
}
