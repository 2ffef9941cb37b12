package org.caseward.monitoring;

import java.util.List;
import org.caseward.matching.models.ModelChange;
import org.caseward.matching.models.ModelRefused;
import org.caseward.matching.models.Models;
import org.caseward.matching.models.StoredModel;
import org.caseward.review.ModelRehearsal;
import org.caseward.security.AllowedTo;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The models of matching by the JSON API. */
@RestController
@RequestMapping("/api/models")
@AllowedTo(Role.INTEGRATION_ENGINEER)
class ModelsApi {
    record Listing(
            List<StoredModel> items,
            List<ModelChange> changes,
            @Nullable String next) {}

    record Text(String version, String text) {}

    /** @param text as {@code GET /api/models/VERSION} gives it */
    record Added(@Nullable String text) {}

    /** @param since a date; only reports received from then on */
    record Scope(@Nullable Integer last, @Nullable String since) {}

    /** @param from the model to leave */
    record Back(@Nullable String from) {}

    private final Models models;
    private final ModelRehearsal rehearsal;

    ModelsApi(Models models, ModelRehearsal rehearsal) {
        this.models = models;
        this.rehearsal = rehearsal;
    }

    @GetMapping
    Listing list() {
        return new Listing(models.all(), models.changes(), null);
    }

    @GetMapping("/{version}")
    Text one(@PathVariable String version) {
        return new Text(
                version,
                models.text(version)
                        .orElseThrow(() ->
                                new ModelRefused(ModelRefused.Kind.UNKNOWN, "There is no model " + version + ".")));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Text add(Staff staff, @RequestBody Added added) {
        String text = added.text() == null ? "" : added.text();
        return new Text(models.add(text, staff.name()), text);
    }

    @PostMapping("/{version}/rehearsal")
    ModelRehearsal.Result rehearse(Staff staff, @PathVariable String version, @RequestBody Scope scope) {
        int last = scope.last() == null ? ModelDesk.DEFAULT_LAST : scope.last();
        return rehearsal.rehearse(staff, version, last, ModelDesk.since(scope.since()));
    }

    @PostMapping("/{version}/activate")
    Listing activate(Staff staff, @PathVariable String version) {
        models.activate(version, staff.name());
        return list();
    }

    @PostMapping("/rollback")
    Listing rollBack(Staff staff, @RequestBody Back back) {
        models.rollBack(back.from() == null ? "" : back.from(), staff.name());
        return list();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ModelRefused refused) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(ModelDesk.status(refused), refused.words()))
                .build();
    }
}
