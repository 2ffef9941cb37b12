package org.caseward.intake.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.caseward.security.ProviderInvitations;
import org.caseward.security.ProviderLogin;
import org.caseward.security.ProviderSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that a provider sees. */
@Controller
class PortalPages {
    private final PortalDesk desk;
    private final SentDeliveries sent;
    private final ProviderInvitations invitations;
    private final ProviderSessions sessions;
    private final long together;

    PortalPages(
            PortalDesk desk,
            SentDeliveries sent,
            ProviderInvitations invitations,
            ProviderSessions sessions,
            @Value("${caseward.portal.largest-request:67108864}") long together) {
        this.desk = desk;
        this.sent = sent;
        this.invitations = invitations;
        this.sessions = sessions;
        this.together = together;
    }

    @GetMapping("/portal")
    String home() {
        return "redirect:/portal/send";
    }

    @GetMapping("/portal/signin")
    String signIn(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable Integer wait,
            @RequestParam(required = false) @Nullable String signedout,
            @RequestParam(required = false) @Nullable String ready,
            Model model) {
        model.addAttribute("error", error != null);
        model.addAttribute("wait", wait);
        model.addAttribute("signedOut", signedout != null);
        model.addAttribute("ready", ready != null);
        return "portal/signin";
    }

    /** The token stands behind the address's #, which no browser sends; the page's script, or the person, puts it into the form. */
    @GetMapping("/portal/invited")
    String invited() {
        return "portal/invited";
    }

    @PostMapping("/portal/invited")
    String open(
            @RequestParam(required = false) @Nullable String code,
            @AuthenticationPrincipal @Nullable ProviderLogin already,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<ProviderInvitations.Opened> opened =
                sessions.open(Objects.requireNonNullElse(code, ""), request, response);
        if (opened.isPresent()) {
            return opened.get().account().isPresent() ? "redirect:/portal/password" : "redirect:/portal/send";
        }
        model.addAttribute("refused", true);
        model.addAttribute("already", already != null);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return "portal/invited";
    }

    @GetMapping("/portal/send")
    String send(@AuthenticationPrincipal ProviderLogin login, Model model) {
        if (invitations.accountOf(login).isPresent()) {
            return "redirect:/portal/password";
        }
        model.addAttribute("submission", UUID.randomUUID());
        model.addAttribute("uploadId", UUID.randomUUID());
        model.addAttribute("largest", desk.largest());
        model.addAttribute("together", together);
        return "portal/send";
    }

    @GetMapping("/portal/submissions/{id}")
    String receipt(@PathVariable String id, @AuthenticationPrincipal ProviderLogin login, Model model) {
        UUID submission = parsed(id).orElseThrow(NotTaken::unknown);
        List<SentDeliveries.Uploaded> files = sent.submission(login, submission);
        if (files.isEmpty()) {
            throw NotTaken.unknown();
        }
        model.addAttribute("submission", submission);
        model.addAttribute("files", files);
        return "portal/receipt";
    }

    @GetMapping("/portal/sent")
    String sent(
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal ProviderLogin login,
            Model model) {
        if (login.byLink()) {
            throw new NotTaken(
                    HttpStatus.FORBIDDEN,
                    "A one-time link opens one submission and its receipt, not the list of what was sent. Ask the agency for an account.");
        }
        model.addAttribute(
                "sheet", sent.sheet(login, Optional.ofNullable(before).flatMap(PortalPages::parsed)));
        model.addAttribute("older", before != null);
        return "portal/sent";
    }

    /** Reached by a forward from a closed door, with whatever method was asked. */
    @RequestMapping("/portal/refused")
    String refused(
            @RequestAttribute(name = "portal.refusal", required = false) @Nullable String detail,
            @RequestAttribute(name = "portal.status", required = false) @Nullable Integer status,
            HttpServletResponse response,
            Model model) {
        HttpStatus answered = HttpStatus.valueOf(Objects.requireNonNullElse(status, 404));
        NotTaken why = detail == null ? NotTaken.unknown() : new NotTaken(answered, detail);
        response.setStatus(answered.value());
        model.addAttribute("why", why.title());
        model.addAttribute("detail", why.detail());
        return "portal/refused";
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
