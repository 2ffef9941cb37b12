package org.caseward.casefile;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.caseward.security.AllowedTo;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Merges of people over the JSON API: a supervisor's act. */
@RestController
@RequestMapping("/api/people/{program}/merges")
@AllowedTo({Role.SUPERVISOR, Role.AUDITOR})
class MergesApi {
    @com.fasterxml.jackson.annotation.JsonInclude
    record Listing(List<ToldMerge> items, @Nullable String next) {}

    /** @param survivor the person who stays, {@code merged} the one who goes into it; the feed's identifiers */
    record Asked(
            @Nullable String survivor,
            @Nullable String merged,
            @Nullable String reason) {}

    private final PersonMerges merges;
    private final StaffDesk desk;

    MergesApi(PersonMerges merges, StaffDesk desk) {
        this.merges = merges;
        this.desk = desk;
    }

    /** Newest first, at most 100. */
    @GetMapping
    Listing list(Staff staff, @PathVariable String program) {
        return new Listing(desk.as(staff, jdbc -> MergeTable.told(jdbc, program)), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(Role.SUPERVISOR)
    Listing merge(Staff staff, @PathVariable String program, @RequestBody Asked asked) {
        own(staff, program);
        try {
            merges.merge(
                    program,
                    words("survivor", asked.survivor()),
                    words("merged", asked.merged()),
                    words("reason", asked.reason()),
                    staff.name());
        } catch (PersonMerges.Refused refused) {
            throw problem(HttpStatus.CONFLICT, refused.words());
        }
        return list(staff, program);
    }

    @PostMapping("/{id}/undo")
    @AllowedTo(Role.SUPERVISOR)
    Listing undo(Staff staff, @PathVariable String program, @PathVariable UUID id, @RequestBody Asked asked) {
        return decided(staff, program, asked, why -> merges.undo(program, id, why, staff.name()));
    }

    @PostMapping("/{id}/confirm")
    @AllowedTo(Role.SUPERVISOR)
    Listing confirm(Staff staff, @PathVariable String program, @PathVariable UUID id, @RequestBody Asked asked) {
        return decided(staff, program, asked, why -> merges.confirm(program, id, why, staff.name()));
    }

    @PostMapping("/{id}/refuse")
    @AllowedTo(Role.SUPERVISOR)
    Listing refuse(Staff staff, @PathVariable String program, @PathVariable UUID id, @RequestBody Asked asked) {
        return decided(staff, program, asked, why -> merges.refuse(program, id, why, staff.name()));
    }

    private Listing decided(Staff staff, String program, Asked asked, Consumer<String> decision) {
        own(staff, program);
        try {
            decision.accept(words("reason", asked.reason()));
        } catch (PersonMerges.Refused refused) {
            throw problem(HttpStatus.CONFLICT, refused.words());
        }
        return list(staff, program);
    }

    private static void own(Staff staff, String program) {
        if (!staff.has(Role.SUPERVISOR, program)) {
            throw problem(HttpStatus.NOT_FOUND, "You supervise no program of this name. Ask one of its supervisors.");
        }
    }

    private static String words(String name, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > 2_000) {
            throw problem(
                    HttpStatus.UNPROCESSABLE_ENTITY, "`" + name + "` is missing or longer than 2,000 characters.");
        }
        return text.strip();
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
