package org.caseward.intake.portal;

import static org.caseward.security.Role.COORDINATOR;
import static org.caseward.security.Role.INTEGRATION_ENGINEER;
import static org.caseward.security.Role.SENIOR_COORDINATOR;
import static org.caseward.security.Role.SUPERVISOR;
import static org.caseward.security.Role.TRIAGE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.caseward.intake.Connection;
import org.caseward.report.AuditedAct;
import org.caseward.security.AllowedTo;
import org.caseward.security.ProviderAccounts;
import org.caseward.security.ProviderInvitations;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who may come in at the portal: one-time links, and accounts of people at a provider. */
@Controller
@AllowedTo({COORDINATOR, SENIOR_COORDINATOR, SUPERVISOR, TRIAGE, INTEGRATION_ENGINEER})
class AccessPages {
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,99}");
    private static final int LONGEST_DAYS = 30;
    private static final int LATEST = 50;

    private final PortalConnections connections;
    private final ProviderInvitations invitations;
    private final ProviderAccounts accounts;
    private final ApplicationEventPublisher events;

    AccessPages(
            PortalConnections connections,
            ProviderInvitations invitations,
            ProviderAccounts accounts,
            ApplicationEventPublisher events) {
        this.connections = connections;
        this.invitations = invitations;
        this.accounts = accounts;
        this.events = events;
    }

    @GetMapping("/portal-access")
    String page(Staff staff, Model model) {
        List<String> ids = connections.ids(staff);
        model.addAttribute("places", connections.of(staff));
        model.addAttribute("providers", connections.providers());
        model.addAttribute("invitations", invitations.all(ids, LATEST));
        model.addAttribute("accounts", accounts.all(ids));
        model.addAttribute("keepsAccounts", staff.has(SUPERVISOR) || staff.has(INTEGRATION_ENGINEER));
        return "counter/access";
    }

    /** The link is shown on the answer to this request and nowhere ever again. */
    @PostMapping("/portal-access/link")
    String invite(
            Staff staff,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(defaultValue = "3") int days,
            Model model) {
        Connection connection = connections.of(staff, place == null ? "" : place);
        Optional<String> from = Optional.ofNullable(provider).filter(id -> !id.isBlank());
        from.ifPresent(id -> connections.know(connection, id));
        show(model, invitations.invite(connection.id(), from, Optional.empty(), life(days), staff.name()));
        audit(staff, "invited-by-link", connection, from.orElse("somebody not in the directory"));
        return page(staff, model);
    }

    @AllowedTo({SUPERVISOR, INTEGRATION_ENGINEER})
    @PostMapping("/portal-access/account")
    String account(
            Staff staff,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String name,
            Model model) {
        Connection connection = connections.of(staff, place == null ? "" : place);
        String account = name == null ? "" : name.strip();
        if (provider == null || provider.isBlank() || !ACCOUNT.matcher(account).matches()) {
            throw NotTaken.invalid(
                    "An account needs a provider of the list and a name of 3 to 100 lower-case letters, digits and . _ @ - (an e-mail address is good). Nothing was changed.");
        }
        connections.know(connection, provider);
        if (!accounts.open(account, provider, connection.id())) {
            throw NotTaken.invalid(
                    "That name is taken by an account of another provider. Nothing was changed. Choose another.");
        }
        show(
                model,
                invitations.invite(
                        connection.id(), Optional.of(provider), Optional.of(account), life(3), staff.name()));
        audit(staff, "portal-account-opened", connection, account);
        return page(staff, model);
    }

    @AllowedTo({SUPERVISOR, INTEGRATION_ENGINEER})
    @PostMapping("/portal-access/close")
    String close(Staff staff, @RequestParam(required = false) @Nullable String name) {
        accounts.all(connections.ids(staff)).stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .ifPresent(account -> {
                    accounts.disable(account.name());
                    events.publishEvent(new AuditedAct(
                            staff.name(), "portal-account-closed", account.name(), Optional.empty(), ""));
                });
        return "redirect:/portal-access";
    }

    @PostMapping("/portal-access/withdraw")
    String withdraw(Staff staff, @RequestParam(required = false) @Nullable String id) {
        try {
            UUID invitation = UUID.fromString(id == null ? "" : id);
            invitations.withdraw(invitation, connections.ids(staff));
            events.publishEvent(
                    new AuditedAct(staff.name(), "link-withdrawn", invitation.toString(), Optional.empty(), ""));
        } catch (IllegalArgumentException e) {
            throw NotTaken.unknown();
        }
        return "redirect:/portal-access";
    }

    private static Duration life(int days) {
        return Duration.ofDays(Math.clamp(days, 1, LONGEST_DAYS));
    }

    private static void show(Model model, ProviderInvitations.Made made) {
        String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/portal/invited")
                .fragment(made.token())
                .toUriString();
        model.addAttribute("link", link);
    }

    private void audit(Staff staff, String act, Connection connection, String detail) {
        events.publishEvent(
                new AuditedAct(staff.name(), act, connection.id(), Optional.of(connection.homeProgram()), detail));
    }
}
