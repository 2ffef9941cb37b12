package org.caseward.review;

import static org.caseward.security.Role.AUDITOR;
import static org.caseward.security.Role.SUPERVISOR;

import java.util.UUID;
import org.caseward.casefile.MergeList;
import org.caseward.casefile.PersonMerges;
import org.caseward.security.AllowedTo;
import org.caseward.security.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People who are one, as a supervisor sees and decides it: what sources report, what holds, what was refused or undone. */
@Controller
@AllowedTo({SUPERVISOR, AUDITOR})
class QualityMerges {
    private static final int LONGEST = 2_000;
    private static final String PAGE = "redirect:/merges";

    private final PersonMerges merges;
    private final MergeList list;

    QualityMerges(PersonMerges merges, MergeList list) {
        this.merges = merges;
        this.list = list;
    }

    @GetMapping("/merges")
    String merges(Staff staff, Model model) {
        model.addAttribute("merges", list.of(staff));
        model.addAttribute("staff", staff);
        model.addAttribute("supervised", staff.acting(SUPERVISOR).programs());
        return "review/merges";
    }

    @PostMapping("/merges")
    @AllowedTo(SUPERVISOR)
    String merge(
            Staff staff,
            @RequestParam(defaultValue = "") String program,
            @RequestParam(defaultValue = "") String survivor,
            @RequestParam(defaultValue = "") String merged,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        return answered(
                staff,
                program,
                reason,
                after,
                "They are one person now.",
                () -> merges.merge(program, survivor.strip(), merged.strip(), reason.strip(), staff.name()));
    }

    @PostMapping("/merges/{program}/{id}/{act}")
    @AllowedTo(SUPERVISOR)
    String decide(
            Staff staff,
            @PathVariable String program,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        String why = reason.strip();
        return switch (act) {
            case "confirm" ->
                answered(
                        staff,
                        program,
                        why,
                        after,
                        "They are one person now.",
                        () -> merges.confirm(program, id, why, staff.name()));
            case "refuse" ->
                answered(
                        staff,
                        program,
                        why,
                        after,
                        "They stay two people.",
                        () -> merges.refuse(program, id, why, staff.name()));
            case "undo" ->
                answered(
                        staff,
                        program,
                        why,
                        after,
                        "They are two people again.",
                        () -> merges.undo(program, id, why, staff.name()));
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static String answered(
            Staff staff, String program, String reason, RedirectAttributes after, String done, Runnable act) {
        if (!staff.has(SUPERVISOR, program)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "You supervise no program of this name.");
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            after.addFlashAttribute("refused", "Write why, in at most 2,000 characters: the audit keeps it.");
            return PAGE;
        }
        try {
            act.run();
            after.addFlashAttribute("done", done + " Waiting reports that may concern them are matched again.");
        } catch (PersonMerges.Refused refused) {
            after.addFlashAttribute("refused", refused.words());
        }
        return PAGE;
    }
}
