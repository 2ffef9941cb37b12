package org.caseward.intake.portal;

import java.util.Optional;
import org.caseward.report.AuditedAct;
import org.caseward.security.ProviderAccounts;
import org.caseward.security.ProviderInvitations;
import org.caseward.security.ProviderLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Somebody who was invited to an account chooses its password. The agency never knows it. */
@Controller
class PortalPassword {
    /** NIST SP 800-63B asks for 15 where it is the only factor. */
    private static final int SHORTEST = 15;

    private static final int LONGEST = 128;

    private final ProviderAccounts accounts;
    private final ProviderInvitations invitations;
    private final ApplicationEventPublisher events;

    PortalPassword(ProviderAccounts accounts, ProviderInvitations invitations, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.events = events;
    }

    @GetMapping("/portal/password")
    String ask(@AuthenticationPrincipal ProviderLogin login, Model model) {
        model.addAttribute("account", invitations.accountOf(login).orElseThrow(NotTaken::unknown));
        model.addAttribute("shortest", SHORTEST);
        return "portal/password";
    }

    @PostMapping("/portal/password")
    String choose(
            @AuthenticationPrincipal ProviderLogin login,
            @RequestParam(required = false) @Nullable String password,
            Model model) {
        String account = invitations.accountOf(login).orElseThrow(NotTaken::unknown);
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            model.addAttribute("bad", true);
            return ask(login, model);
        }
        accounts.choosePassword(account, password);
        // the link's session has done its work
        login.invitation().ifPresent(invitations::close);
        events.publishEvent(new AuditedAct(login.name(), "password-chosen", account, Optional.empty(), ""));
        return "redirect:/portal/signin?ready";
    }
}
