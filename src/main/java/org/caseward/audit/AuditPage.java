package org.caseward.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseward.report.AuditedAct;
import org.caseward.security.AllowedTo;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The auditor's page: who saw and did what, and whether the log is whole. Looking here is written down too. */
@Controller
@AllowedTo(Role.AUDITOR)
class AuditPage {
    private static final int ROWS = 100;

    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    AuditPage(AuditTrail trail, ApplicationEventPublisher events) {
        this.trail = trail;
        this.events = events;
    }

    @GetMapping("/audit")
    String audit(
            Staff staff,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        AuditTrail.Filter filter = new AuditTrail.Filter(
                given(who),
                given(subject),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(before));
        List<AuditTrail.Entry> entries = trail.find(staff, filter, ROWS);
        events.publishEvent(new AuditedAct(staff.name(), "viewed", "audit", Optional.empty(), asked(filter)));
        model.addAttribute("entries", entries);
        model.addAttribute("next", entries.size() == ROWS ? entries.getLast().seq() : null);
        model.addAttribute("who", who);
        model.addAttribute("subject", subject);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        return "audit/audit";
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    private static String asked(AuditTrail.Filter filter) {
        return Stream.of(
                        filter.who().map(who -> "who " + who),
                        filter.subject().map(subject -> "subject " + subject),
                        filter.from().map(day -> "from " + day),
                        filter.to().map(day -> "to " + day),
                        filter.before().map(seq -> "before " + seq))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    @PostMapping("/audit/verify")
    String verify(Staff staff, RedirectAttributes after) {
        AuditTrail.Verification found = trail.verify();
        events.publishEvent(new AuditedAct(
                staff.name(),
                "verified",
                "audit",
                Optional.empty(),
                found.brokenAt().map(seq -> "broken at " + seq).orElse("whole")));
        after.addFlashAttribute("verification", found);
        return "redirect:/audit";
    }
}
