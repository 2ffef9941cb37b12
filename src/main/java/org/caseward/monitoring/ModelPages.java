package org.caseward.monitoring;

import org.caseward.matching.models.ModelRefused;
import org.caseward.matching.models.Models;
import org.caseward.review.ModelRehearsal;
import org.caseward.security.AllowedTo;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The models of matching in the browser: what there is, what one would change, activate it, go back. */
@Controller
@AllowedTo(Role.INTEGRATION_ENGINEER)
class ModelPages {
    private final Models models;
    private final ModelRehearsal rehearsal;

    ModelPages(Models models, ModelRehearsal rehearsal) {
        this.models = models;
        this.rehearsal = rehearsal;
    }

    @GetMapping("/it/models")
    String list(Model model) {
        model.addAttribute("models", models.all());
        model.addAttribute("changes", models.changes());
        return "it/models";
    }

    @GetMapping("/it/models/{version}")
    String one(@PathVariable String version, Model model) {
        String text = models.text(version)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such model."));
        model.addAttribute("version", version);
        model.addAttribute("text", text);
        model.addAttribute("active", models.active().version().equals(version));
        model.addAttribute("rehearsed", models.rehearsed(version));
        return "it/model";
    }

    @PostMapping("/it/models")
    String add(Staff staff, @RequestParam(defaultValue = "") String text, RedirectAttributes after) {
        return answered(
                after,
                "/it/models",
                () -> models.add(text, staff.name())
                        + " is kept. Look at what it would change before you activate it.");
    }

    @PostMapping("/it/models/{version}/rehearsal")
    String rehearse(
            Staff staff,
            @PathVariable String version,
            @RequestParam(defaultValue = "200") int last,
            @RequestParam(required = false) @Nullable String since,
            RedirectAttributes after) {
        return answered(after, "/it/models/" + version, () -> {
            ModelRehearsal.Result result = rehearsal.rehearse(staff, version, last, ModelDesk.since(since));
            after.addFlashAttribute("result", result);
            return "Nothing was changed. This is what would be.";
        });
    }

    @PostMapping("/it/models/{version}/activate")
    String activate(Staff staff, @PathVariable String version, RedirectAttributes after) {
        return answered(after, "/it/models", () -> {
            models.activate(version, staff.name());
            return "Model " + version + " is active; every node uses it within a second.";
        });
    }

    @PostMapping("/it/models/rollback")
    String rollBack(Staff staff, @RequestParam(defaultValue = "") String from, RedirectAttributes after) {
        return answered(
                after, "/it/models", () -> "Model " + models.rollBack(from, staff.name()) + " is active again.");
    }

    private interface Act {
        String done();
    }

    private static String answered(RedirectAttributes after, String page, Act act) {
        try {
            after.addFlashAttribute("done", act.done());
        } catch (ModelRefused refused) {
            if (refused.kind() == ModelRefused.Kind.UNKNOWN) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, refused.words());
            }
            after.addFlashAttribute("refused", refused.words());
        }
        return "redirect:" + page;
    }
}
