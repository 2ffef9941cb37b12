package org.caseward.security.web;

import org.caseward.security.Role;
import org.caseward.security.SignedIn;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The page that asks who you are, and the one that says a door is closed. */
@Controller
class SignInPage {
    @GetMapping("/signin")
    String signIn(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable Integer wait,
            @RequestParam(required = false) @Nullable String signedout,
            Model model) {
        model.addAttribute("error", error != null);
        model.addAttribute("wait", wait);
        model.addAttribute("signedOut", signedout != null);
        return "signin/signin";
    }

    /** Where the day begins: engineers at the routes, auditors at the trail, all others at the worklist. */
    @GetMapping("/")
    @SignedIn
    String home(Staff staff) {
        if (staff.has(Role.COORDINATOR)
                || staff.has(Role.SENIOR_COORDINATOR)
                || staff.has(Role.SUPERVISOR)
                || staff.has(Role.TRIAGE)) {
            return "redirect:/worklist";
        }
        return staff.has(Role.INTEGRATION_ENGINEER) ? "redirect:/it/routes" : "redirect:/audit";
    }

    /** Reached only by a forward from a closed door, with whatever method was asked. */
    @RequestMapping("/denied")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String denied() {
        return "signin/denied";
    }
}
