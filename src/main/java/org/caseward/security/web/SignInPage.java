package org.caseward.security.web;

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

    /** Reached only by a forward from a closed door, with whatever method was asked. */
    @RequestMapping("/denied")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String denied() {
        return "signin/denied";
    }
}
