package org.caseward.intake.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.caseward.intake.Credential;
import org.caseward.report.Channel;
import org.caseward.security.AllowedTo;
import org.caseward.security.Role;
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

/** The directory's pages for IT: everybody who may send, and a page for each connection. */
@Controller
@AllowedTo(Role.INTEGRATION_ENGINEER)
class DirectoryPages {
    private final Directory directory;

    DirectoryPages(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/it/providers")
    String providers(Staff staff, Model model) {
        model.addAttribute("providers", directory.providers());
        model.addAttribute("connections", directory.connections(staff));
        model.addAttribute(
                "channels", Arrays.stream(Channel.values()).map(Channel::code).toList());
        model.addAttribute("programs", staff.programs());
        return "it/providers";
    }

    @PostMapping("/it/providers")
    String putProvider(
            Staff staff,
            @RequestParam String id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String npi,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String fax,
            RedirectAttributes after) {
        tell(
                after,
                directory.put(
                        staff, new ProviderEntry(id.strip(), name.strip(), given(npi), given(phone), given(fax))));
        return "redirect:/it/providers";
    }

    @GetMapping("/it/connections/{id}")
    String connection(Staff staff, @PathVariable String id, Model model) {
        ConnectionEntry found =
                directory.connection(staff, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("connection", found);
        model.addAttribute("settings", lines(found.settings()));
        model.addAttribute("providers", directory.providers());
        model.addAttribute(
                "kinds",
                Arrays.stream(Credential.Kind.values())
                        .map(Credential.Kind::code)
                        .toList());
        model.addAttribute("programs", staff.programs());
        return "it/connection";
    }

    @PostMapping("/it/connections")
    String putConnection(
            Staff staff,
            @RequestParam String id,
            @RequestParam String channel,
            @RequestParam String address,
            @RequestParam(defaultValue = "") List<String> programs,
            @RequestParam(defaultValue = "false") boolean enabled,
            @RequestParam Optional<Integer> silent,
            @RequestParam(defaultValue = "") String settings,
            RedirectAttributes after) {
        ConnectionRequest asked = new ConnectionRequest(
                id.strip(), channel, address.strip(), programs, enabled, silent.orElse(null), settings(settings));
        Change change = directory.put(staff, asked);
        tell(after, change);
        return change instanceof Change.Done ? "redirect:/it/connections/" + asked.id() : "redirect:/it/providers";
    }

    @PostMapping("/it/connections/{id}/secret")
    String secret(Staff staff, @PathVariable String id, @RequestParam String secret, RedirectAttributes after) {
        return back(id, directory.keepSecret(staff, id, secret), after);
    }

    @PostMapping("/it/connections/{id}/senders")
    String sender(
            Staff staff,
            @PathVariable String id,
            @RequestParam String key,
            @RequestParam String provider,
            RedirectAttributes after) {
        return back(id, directory.putSender(staff, id, key, provider), after);
    }

    @PostMapping("/it/connections/{id}/senders/removal")
    String removeSender(Staff staff, @PathVariable String id, @RequestParam String key, RedirectAttributes after) {
        return back(id, directory.removeSender(staff, id, key), after);
    }

    @PostMapping("/it/connections/{id}/credentials")
    String credential(
            Staff staff,
            @PathVariable String id,
            @RequestParam String kind,
            @RequestParam String provider,
            @RequestParam String value,
            RedirectAttributes after) {
        return back(id, directory.addCredential(staff, id, Credential.Kind.of(kind), provider, value), after);
    }

    @PostMapping("/it/connections/{id}/credentials/{credential}/withdrawal")
    String withdraw(Staff staff, @PathVariable String id, @PathVariable UUID credential, RedirectAttributes after) {
        return back(id, directory.withdraw(staff, id, credential), after);
    }

    private static String back(String id, Change change, RedirectAttributes after) {
        tell(after, change);
        return change instanceof Change.Unknown ? "redirect:/it/providers" : "redirect:/it/connections/" + id;
    }

    private static void tell(RedirectAttributes after, Change change) {
        after.addFlashAttribute(change instanceof Change.Done ? "done" : "refused", change.text());
    }

    private static @org.jspecify.annotations.Nullable String given(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** One setting a line: {@code name = value}. */
    private static String lines(Map<String, String> settings) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(settings)
                .forEach((name, value) ->
                        lines.append(name).append(" = ").append(value).append('\n'));
        return lines.toString();
    }

    private static Map<String, String> settings(String lines) {
        Map<String, String> settings = new TreeMap<>();
        lines.lines().filter(line -> line.contains("=")).forEach(line -> {
            String[] parts = line.split("=", 2);
            settings.put(parts[0].strip(), parts[1].strip());
        });
        return settings;
    }
}
