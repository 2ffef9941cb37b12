package org.caseward.review;

import static org.caseward.security.Role.AUDITOR;
import static org.caseward.security.Role.SUPERVISOR;

import org.caseward.security.AllowedTo;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether filing without a person deserves its trust, by program and model. */
@Controller
@AllowedTo({SUPERVISOR, AUDITOR})
class QualityPage {
    private final QualityDesk quality;

    QualityPage(QualityDesk quality) {
        this.quality = quality;
    }

    @GetMapping("/quality")
    String quality(Staff staff, Model model) {
        model.addAttribute("overview", quality.overview(staff));
        model.addAttribute("staff", staff);
        return "review/quality";
    }

    @PostMapping("/quality/{program}/lift")
    @AllowedTo(SUPERVISOR)
    String lift(
            Staff staff,
            @PathVariable String program,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes after) {
        try {
            quality.lift(staff, program, reason);
            after.addFlashAttribute(
                    "done",
                    "Reports of program " + program + " are filed without a person again where every gate agrees.");
        } catch (Objection.Raised raised) {
            if (raised.objection().status() == HttpStatus.NOT_FOUND) {
                throw raised;
            }
            after.addFlashAttribute("objection", raised.objection());
        }
        return "redirect:/quality";
    }
}
