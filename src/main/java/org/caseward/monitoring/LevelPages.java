package org.caseward.monitoring;

import org.caseward.security.AllowedTo;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** How good what each connection sends is: reports by level, and what they lack most often. */
@Controller
@AllowedTo(Role.INTEGRATION_ENGINEER)
class LevelPages {
    private static final int LONGEST = 90;

    private final LevelCounts counts;
    private final Alerts alerts;

    LevelPages(LevelCounts counts, Alerts alerts) {
        this.counts = counts;
        this.alerts = alerts;
    }

    @ModelAttribute
    void alerts(Staff staff, Model model) {
        model.addAttribute("alerts", alerts.open(staff));
    }

    /** @param days how far back, 1 to 90 */
    @GetMapping("/it/levels")
    String levels(Staff staff, @RequestParam(defaultValue = "7") int days, Model model) {
        int back = Math.clamp(days, 1, LONGEST);
        model.addAttribute("sheet", counts.of(staff, back));
        model.addAttribute("days", back);
        return "it/levels";
    }

    /** The same for machines. */
    @GetMapping("/api/levels")
    @ResponseBody
    LevelCounts.Sheet counts(Staff staff, @RequestParam(defaultValue = "7") int days) {
        return counts.of(staff, Math.clamp(days, 1, LONGEST));
    }
}
