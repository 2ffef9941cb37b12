package org.caseward.monitoring;

import java.util.Optional;
import org.caseward.normalisation.MappingLibrary;
import org.caseward.normalisation.MappingVersions;
import org.caseward.security.AllowedTo;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mappings in the browser: what is in force, what is wrong, what was in force before, one step back. */
@Controller
@AllowedTo(Role.INTEGRATION_ENGINEER)
class MappingPages {
    private final MappingLibrary library;
    private final MappingVersions versions;

    MappingPages(MappingLibrary library, MappingVersions versions) {
        this.library = library;
        this.versions = versions;
    }

    @GetMapping("/it/mappings")
    String list(Model model) {
        model.addAttribute("files", library.inForce());
        model.addAttribute("complaints", library.complaints());
        return "it/mappings";
    }

    @GetMapping("/it/mappings/file")
    String one(@RequestParam String file, @RequestParam Optional<String> hash, Model model) {
        var running = library.inForce().stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such mapping."));
        String shown = hash.orElse(running.hash());
        model.addAttribute("file", running);
        model.addAttribute("versions", versions.of(file));
        model.addAttribute("shown", shown);
        model.addAttribute(
                "text", versions.text(shown).or(() -> library.text(file)).orElse(""));
        return "it/mapping";
    }

    @PostMapping("/it/mappings/rollback")
    String rollBack(Staff staff, @RequestParam String file, @RequestParam String to, RedirectAttributes after) {
        try {
            MappingVersions.Version runs = versions.goBack(file, Optional.of(to), staff.name());
            after.addFlashAttribute(
                    "done",
                    file + " runs by the text of " + Shown.time(runs.firstAt())
                            + "; every node follows within seconds. It does so until the file is changed in the folder.");
        } catch (MappingVersions.Refused refused) {
            after.addFlashAttribute("refused", refused.words());
        }
        after.addAttribute("file", file);
        return "redirect:/it/mappings/file";
    }
}
