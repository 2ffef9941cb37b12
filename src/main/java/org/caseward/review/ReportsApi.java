package org.caseward.review;

import static org.caseward.security.Role.AUDITOR;
import static org.caseward.security.Role.COORDINATOR;
import static org.caseward.security.Role.SENIOR_COORDINATOR;
import static org.caseward.security.Role.SUPERVISOR;
import static org.caseward.security.Role.TRIAGE;

import java.util.List;
import java.util.Optional;
import org.caseward.publishing.FiledReports;
import org.caseward.publishing.fhir.FhirRecords;
import org.caseward.publishing.fhir.FiledReport;
import org.caseward.report.AuditedAct;
import org.caseward.security.AllowedTo;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports over the JSON API. */
@RestController
@RequestMapping("/api/reports")
@AllowedTo({COORDINATOR, SENIOR_COORDINATOR, SUPERVISOR, TRIAGE, AUDITOR})
class ReportsApi {
    /** @param next the {@code cursor} of what follows; null at the end */
    @com.fasterxml.jackson.annotation.JsonInclude
    record Listing(List<ReportView> items, @Nullable String next) {}

    private final StaffDesk desk;
    private final Reports reports;
    private final ReportViews views;
    private final DecisionDesk decisions;
    private final ApplicationEventPublisher events;

    ReportsApi(
            StaffDesk desk,
            Reports reports,
            ReportViews views,
            DecisionDesk decisions,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.reports = reports;
        this.views = views;
        this.decisions = decisions;
        this.events = events;
    }

    @GetMapping
    Listing list(Staff staff, @ModelAttribute ReportFilter.Asked asked) {
        ReportFilter filter = ReportFilter.of(asked);
        return desk.as(staff, jdbc -> {
            List<DeskReport> found = reports.list(jdbc, Sight.of(staff), filter);
            List<DeskReport> page = found.subList(0, Math.min(found.size(), Reports.PAGE));
            events.publishEvent(new AuditedAct(
                    staff.name(), "listed", "reports", filter.program(), page.size() + " reports by the API"));
            return new Listing(
                    views.of(jdbc, page),
                    found.size() > page.size() ? page.getLast().id().toString() : null);
        });
    }

    @GetMapping("/{id}")
    ReportView one(Staff staff, @PathVariable String id) {
        return desk.as(staff, jdbc -> {
            DeskReport report = reports.find(jdbc, Sight.of(staff), id)
                    .orElseThrow(() -> new Objection.Raised(Objection.notFound()));
            events.publishEvent(new AuditedAct(
                    staff.name(),
                    "viewed",
                    report.id().toString(),
                    Optional.ofNullable(report.program()),
                    "by the API"));
            return views.of(jdbc, List.of(report)).getFirst();
        });
    }

    /** The record as FHIR R4, as it stands now; what is filed lies in the case store as well. */
    @GetMapping(value = "/{id}/fhir", produces = "application/fhir+json")
    String fhir(Staff staff, @PathVariable String id) {
        return desk.as(staff, jdbc -> {
            DeskReport report = reports.find(jdbc, Sight.of(staff), id)
                    .orElseThrow(() -> new Objection.Raised(Objection.notFound()));
            FiledReport told =
                    FiledReports.find(jdbc, report.id()).orElseThrow(() -> new Objection.Raised(Objection.unread()));
            events.publishEvent(new AuditedAct(
                    staff.name(),
                    "viewed",
                    report.id().toString(),
                    Optional.ofNullable(report.program()),
                    "as FHIR by the API"));
            return FhirRecords.json(told);
        });
    }

    @PostMapping("/{id}/decision")
    @AllowedTo({COORDINATOR, SENIOR_COORDINATOR, SUPERVISOR, TRIAGE})
    ReportView decide(Staff staff, @PathVariable String id, @RequestBody DecisionRequest request) {
        DeskReport decided = decisions.decide(staff, id, request.act());
        return desk.as(staff, jdbc -> views.of(jdbc, List.of(decided)).getFirst());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> objected(Objection.Raised raised) {
        return ResponseEntity.status(raised.objection().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(raised.objection().problem());
    }
}
