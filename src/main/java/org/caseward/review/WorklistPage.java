package org.caseward.review;

import static org.caseward.security.Role.COORDINATOR;
import static org.caseward.security.Role.SENIOR_COORDINATOR;
import static org.caseward.security.Role.SUPERVISOR;
import static org.caseward.security.Role.TRIAGE;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.matching.MatchResult;
import org.caseward.report.AuditedAct;
import org.caseward.report.ValidationLevel;
import org.caseward.security.AllowedTo;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a person: urgent first, then the longest waiting, or as the person wants it by level. */
@Controller
@AllowedTo({COORDINATOR, SENIOR_COORDINATOR, SUPERVISOR, TRIAGE})
class WorklistPage {
    /** More than this is never shown at once; the count tells of the rest. */
    static final int MOST = 200;

    /** Those at which a report can wait: one that has not been read waits for nobody, and an approved one no more. */
    private static final List<ValidationLevel> LEVELS = List.of(
            ValidationLevel.PARSED, ValidationLevel.STRUCTURED, ValidationLevel.COMPLETE, ValidationLevel.PROFILED);

    record Entry(DeskReport report, Optional<MatchResult.Candidate> best) {}

    private final StaffDesk desk;
    private final Reports reports;
    private final ApplicationEventPublisher events;

    WorklistPage(StaffDesk desk, Reports reports, ApplicationEventPublisher events) {
        this.desk = desk;
        this.reports = reports;
        this.events = events;
    }

    @GetMapping("/worklist")
    String worklist(
            Staff staff,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String order,
            Model model) {
        Narrowed narrowed = Narrowed.of(level, order);
        return desk.as(staff, jdbc -> {
            Sight sight = Sight.of(staff);
            List<Entry> entries = reports.waiting(jdbc, sight, narrowed, MOST).stream()
                    .map(WorklistPage::entry)
                    .toList();
            events.publishEvent(
                    new AuditedAct(staff.name(), "listed", "worklist", Optional.empty(), entries.size() + " reports"));
            model.addAttribute("entries", entries);
            model.addAttribute("narrowed", narrowed);
            model.addAttribute("levels", LEVELS);
            model.addAttribute("load", reports.load(jdbc, sight));
            model.addAttribute("severalPrograms", staff.programs().size() > 1);
            return "review/worklist";
        });
    }

    private static Entry entry(DeskReport report) {
        return new Entry(
                report,
                report.match().flatMap(match -> match.candidates().stream().findFirst()));
    }

    /** Where to go from a report that is done: the one that stood behind it, else the first of the others. */
    static Optional<UUID> after(List<UUID> waiting, UUID done) {
        int at = waiting.indexOf(done);
        return at >= 0 && at + 1 < waiting.size()
                ? Optional.of(waiting.get(at + 1))
                : waiting.stream().filter(id -> !id.equals(done)).findFirst();
    }
}
