package org.caseward.casefile;

import java.io.InputStream;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caseward.report.AuditedAct;
import org.caseward.security.AllowedTo;
import org.caseward.security.Role;
import org.caseward.security.Staff;
import org.caseward.security.StaffDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases over the JSON API. What lies outside somebody's programs is answered as if it were not there. */
@RestController
@RequestMapping("/api/cases")
@AllowedTo({Role.COORDINATOR, Role.SENIOR_COORDINATOR, Role.SUPERVISOR, Role.AUDITOR})
class CaseApi {
    private final CaseFeed feed;
    private final FiledRecords records;
    private final StaffDesk desk;
    private final ApplicationEventPublisher events;

    CaseApi(CaseFeed feed, FiledRecords records, StaffDesk desk, ApplicationEventPublisher events) {
        this.feed = feed;
        this.records = records;
        this.desk = desk;
        this.events = events;
    }

    @AllowedTo({Role.INTEGRATION_ENGINEER, Role.SUPERVISOR})
    @PostMapping(consumes = {"application/x-ndjson", "text/csv"})
    FeedResult post(Staff staff, @RequestHeader("Content-Type") String type, InputStream body) {
        Set<String> feedable = staff.programs().stream()
                .filter(p -> staff.has(Role.INTEGRATION_ENGINEER, p) || staff.has(Role.SUPERVISOR, p))
                .collect(Collectors.toUnmodifiableSet());
        if (feedable.isEmpty()) {
            throw problem(
                    HttpStatus.FORBIDDEN,
                    "Cases are fed by an integration engineer or a supervisor of their program. Ask for one of these roles.");
        }
        FeedFormat format = type.toLowerCase(Locale.ROOT).startsWith("text/csv") ? FeedFormat.CSV : FeedFormat.NDJSON;
        FeedResult result = feed.read(body, format, feedable, staff.name());
        events.publishEvent(new AuditedAct(
                staff.name(),
                "cases-fed",
                String.join(",", feedable.stream().sorted().toList()),
                Optional.empty(),
                result.accepted() + " accepted, " + result.rejected() + " rejected"));
        return result;
    }

    @GetMapping("/{program}/{number}")
    CaseFile get(Staff staff, @PathVariable String program, @PathVariable String number) {
        return seen(staff, program, number, "viewed");
    }

    @GetMapping("/{program}/{number}/records")
    FiledRecords.RecordPage records(
            Staff staff,
            @PathVariable String program,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String cursor) {
        CaseFile file = seen(staff, program, number, "viewed-records");
        try {
            return records.page(file.program(), file.caseNumber(), cursor);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw problem(HttpStatus.BAD_REQUEST, "The cursor is none that this list gave. Start again without one.");
        }
    }

    private CaseFile seen(Staff staff, String program, String number, String act) {
        Optional<CaseFile> found = desk.as(staff, jdbc -> {
            Optional<CaseFile> file = CaseFiles.find(jdbc, program, number);
            file.ifPresent(f -> events.publishEvent(new AuditedAct(
                    staff.name(), act, program + "/" + number, Optional.of(program), "through the API")));
            return file;
        });
        return found.orElseThrow(() -> problem(
                HttpStatus.NOT_FOUND,
                "There is no such case in your programs. Check the program and the case number."));
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
