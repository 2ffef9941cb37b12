package org.caseward.review;

import static org.caseward.security.Role.COORDINATOR;
import static org.caseward.security.Role.SENIOR_COORDINATOR;
import static org.caseward.security.Role.SUPERVISOR;
import static org.caseward.security.Role.TRIAGE;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseward.security.AllowedTo;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A decision by the buttons of a report's page; afterwards the next report of the worklist, with a word on what was done. */
@Controller
@AllowedTo({COORDINATOR, SENIOR_COORDINATOR, SUPERVISOR, TRIAGE})
class DecisionForms {
    /** @param pages parts by {@code ;}, pages by {@code ,}, as in {@code 1,2;3} */
    record Form(
            @Nullable String action,
            @Nullable String caseNumber,
            @Nullable String program,
            @Nullable Boolean onClosed,
            @Nullable String reason,
            @Nullable String pages,
            @Nullable List<String> findings,
            @Nullable String note,
            @Nullable String from,
            @Nullable String to) {
        DecisionRequest request() {
            return new DecisionRequest(
                    action,
                    caseNumber == null ? null : List.of(caseNumber),
                    program,
                    onClosed,
                    reason,
                    pages == null ? null : PageParts.of(pages),
                    findings,
                    note,
                    from,
                    to);
        }

        @Override
        public String toString() {
            return "Form[" + action + "]";
        }
    }

    private final StaffDesk desk;
    private final Reports reports;
    private final DecisionDesk decisions;

    DecisionForms(StaffDesk desk, Reports reports, DecisionDesk decisions) {
        this.desk = desk;
        this.reports = reports;
        this.decisions = decisions;
    }

    @PostMapping("/reports/{id}/decision")
    String decide(Staff staff, @PathVariable UUID id, @ModelAttribute Form form, RedirectAttributes after) {
        try {
            Act act = form.request().act();
            List<UUID> waiting = desk.as(staff, jdbc -> reports.waitingIds(jdbc, Sight.of(staff), WorklistPage.MOST));
            DeskReport decided = decisions.decide(staff, id.toString(), act);
            after.addFlashAttribute("done", told(act, decided));
            after.addFlashAttribute("doneReport", id);
            if (act instanceof Act.RequestMore || act instanceof Act.Move) {
                return "redirect:/reports/" + id;
            }
            Optional<UUID> next = WorklistPage.after(waiting, id);
            return next.map(n -> "redirect:/reports/" + n).orElse("redirect:/worklist");
        } catch (Objection.Raised raised) {
            if (raised.objection().status() == HttpStatus.NOT_FOUND) {
                throw raised;
            }
            after.addFlashAttribute("objection", raised.objection());
            return "redirect:/reports/" + id;
        }
    }

    private static String told(Act act, DeskReport report) {
        String receipt = report.receiptNumber();
        return switch (act) {
            case Act.Accept accept
            when accept.caseNumbers().isEmpty() ->
                receipt + " accepted: it takes effect on the record that it concerns.";
            case Act.Accept accept ->
                receipt + " accepted: it is being filed on case " + String.join(", ", accept.caseNumbers()) + ".";
            case Act.Reject reject -> receipt + " rejected.";
            case Act.Move move ->
                receipt + " is being moved from case " + move.from() + " to case " + move.to()
                        + ". Both keep the record of it.";
            case Act.Split split -> receipt + " split into " + split.parts().size() + " parts; each is read anew.";
            case Act.RequestMore more ->
                receipt + ": written down that more is needed. It stays in review; no letter goes out from here yet.";
        };
    }
}
