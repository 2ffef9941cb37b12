package org.caseward.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caseward.normalisation.Complaint;
import org.caseward.normalisation.MappingLibrary;
import org.caseward.normalisation.MappingTrial;
import org.caseward.normalisation.MappingUsed;
import org.caseward.normalisation.MappingVersions;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The mappings by the JSON API: what is in force, every text that ever was, one step back, and a change tried on kept reports. */
@RestController
@RequestMapping("/api/mappings")
@AllowedTo(Role.INTEGRATION_ENGINEER)
class MappingsApi {
    private static final Pattern ID = Pattern.compile("(?m)^id:\\s*[\"']?([a-z0-9][a-z0-9_./-]*)[\"']?\\s*(?:#.*)?$");
    private static final int LONGEST = 1_000_000;

    private final MappingLibrary library;
    private final MappingVersions versions;
    private final MappingDesk desk;

    MappingsApi(MappingLibrary library, MappingVersions versions, MappingDesk desk) {
        this.library = library;
        this.versions = versions;
        this.desk = desk;
    }

    /** @param asInFolder false where an earlier text runs instead of the folder's */
    record Item(String file, @Nullable String id, @Nullable String version, String hash, boolean asInFolder) {}

    record Listing(
            List<Item> items,
            List<Complaint> complaints,
            @Nullable String next) {}

    record Versions(
            List<MappingVersions.Version> items, @Nullable String next) {}

    record Text(String hash, String text) {}

    /** @param to hash of the text to run; the one before where none is given */
    record Back(@Nullable String file, @Nullable String to) {}

    /**
     * @param id of the mapping that would be changed or added; read from the text where none is given
     * @param since {@code 7d}, {@code 12h}, a date or a moment; 7 days where none is given
     * @param cursor {@code next} of the page before
     */
    record Try(
            @Nullable String id,
            @Nullable String text,
            @Nullable String since,
            @Nullable String program,
            @Nullable String cursor) {}

    /** @param before and {@code after}: null where the person may not read the report */
    record Field(
            String field,
            String change,
            @Nullable List<String> before,
            @Nullable List<String> after,
            String mapping) {}

    record Differs(
            String reportId,
            String receipt,
            @Nullable String program,
            Map<String, String> documentType,
            List<Field> fields) {}

    record Tried(
            MappingUsed mapping,
            long total,
            int tried,
            int unreadable,
            List<Differs> items,
            @Nullable String next) {}

    @GetMapping
    Listing list() {
        List<Item> items = library.inForce().stream()
                .map(file -> new Item(
                        file.file(),
                        file.mapping().map(MappingUsed::id).orElse(null),
                        file.mapping().map(MappingUsed::version).orElse(null),
                        file.hash(),
                        file.asInFolder()))
                .toList();
        return new Listing(items, library.complaints(), null);
    }

    @GetMapping("/versions")
    Versions versions(@RequestParam String file) {
        return new Versions(versions.of(file), null);
    }

    @GetMapping("/texts/{hash}")
    Text text(@PathVariable String hash) {
        return new Text(
                hash,
                versions.text(hash)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "No mapping text with this hash was ever in force.")));
    }

    @PostMapping("/rollback")
    Listing rollBack(Staff staff, @RequestBody Back back) {
        String file = back.file() == null ? "" : back.file();
        versions.goBack(file, Optional.ofNullable(back.to()), staff.name());
        return list();
    }

    /** The roles that read reports are let in so that values can be shown to them; only an engineer may ask. */
    @PostMapping("/try")
    @AllowedTo({
        Role.INTEGRATION_ENGINEER,
        Role.COORDINATOR,
        Role.SENIOR_COORDINATOR,
        Role.SUPERVISOR,
        Role.AUDITOR,
    })
    Tried attempt(Staff staff, @RequestBody Try asked) throws MappingTrial.Wrong {
        staff.require(Role.INTEGRATION_ENGINEER);
        MappingDesk.Asked wanted = asked(asked);
        MappingTrial trial = desk.trial(wanted.id(), wanted.text());
        MappingDesk.Page page = desk.page(staff, trial, wanted);
        return new Tried(
                trial.tried(),
                page.total(),
                page.tried(),
                page.unreadable(),
                page.differing().stream().map(MappingsApi::differs).toList(),
                page.next().map(UUID::toString).orElse(null));
    }

    private static Differs differs(MappingDesk.Tried report) {
        MappingTrial.Compared compared = report.compared();
        return new Differs(
                report.report().toString(),
                report.receipt(),
                report.program(),
                Map.of(
                        "before",
                        compared.before().code(),
                        "after",
                        compared.after().code()),
                compared.fields().stream()
                        .map(field -> new Field(
                                field.field(),
                                field.kind(),
                                report.shown() ? field.before() : null,
                                report.shown() ? field.after() : null,
                                field.mapping()))
                        .toList());
    }

    private static MappingDesk.Asked asked(Try asked) {
        String text = asked.text() == null ? "" : asked.text();
        if (text.isBlank() || text.length() > LONGEST) {
            throw wrong("\"text\" must be the mapping, as it would stand in its file.");
        }
        String id = Optional.ofNullable(asked.id())
                .or(() -> Optional.of(ID.matcher(text)).filter(Matcher::find).map(found -> found.group(1)))
                .orElseThrow(
                        () -> wrong("The text has no line \"id: …\"; it must name the mapping that would change."));
        Instant since = MappingDesk.since(asked.since() == null ? "7d" : asked.since(), Instant.now())
                .orElseThrow(() -> wrong("\"since\" must be such as 7d, 12h, 2026-11-22 or 2026-11-22T08:00:00Z."));
        try {
            return new MappingDesk.Asked(
                    id,
                    text,
                    since,
                    asked.program(),
                    Optional.ofNullable(asked.cursor()).map(UUID::fromString));
        } catch (IllegalArgumentException noUuid) {
            throw wrong("\"cursor\" must be the next of the page before.");
        }
    }

    private static ResponseStatusException wrong(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(MappingVersions.Refused refused) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.words()))
                .build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(MappingTrial.Wrong wrong) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "The mapping can't be used. Put right what is complained of and try it again.");
        problem.setProperty("complaints", wrong.complaints());
        return ResponseEntity.of(problem).build();
    }
}
