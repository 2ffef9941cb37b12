package org.caseward.review;

import org.caseward.security.Role;
import org.caseward.security.SignedIn;
import org.caseward.security.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where somebody who has just signed in begins: with their own work. */
@Controller
@SignedIn
class HomePage {
    @GetMapping("/")
    String home(Staff staff) {
        return "redirect:" + first(staff);
    }

    static String first(Staff staff) {
        if (Sight.of(staff).works()) {
            return "/worklist";
        }
        return staff.has(Role.AUDITOR) && !staff.has(Role.INTEGRATION_ENGINEER) ? "/audit" : "/it/routes";
    }
}
