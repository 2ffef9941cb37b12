package org.caseward.review;

import static org.caseward.security.Role.AUDITOR;
import static org.caseward.security.Role.SUPERVISOR;

import java.time.Instant;
import java.util.List;
import org.caseward.matching.watch.Standing;
import org.caseward.security.AllowedTo;
import org.caseward.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The watch over automatic filing by the JSON API. */
@RestController
@AllowedTo({SUPERVISOR, AUDITOR})
class QualityApi {
    /**
     * @param errorUpper 95 % upper bound of the share of wrong filings; 1 while nothing was reviewed
     * @param stopped whether nothing of the program is filed without a person at the moment
     */
    record Item(
            String program,
            String modelVersion,
            Instant since,
            long filings,
            long sampled,
            long reviewed,
            long disagreed,
            long found,
            double errorUpper,
            double limit,
            boolean stopped) {
        static Item of(Standing s, boolean stopped) {
            return new Item(
                    s.program(),
                    s.modelVersion(),
                    s.since(),
                    s.filings(),
                    s.sampled(),
                    s.reviewed(),
                    s.disagreed(),
                    s.found(),
                    s.bound().upper(),
                    s.rule().limit(),
                    stopped);
        }
    }

    @com.fasterxml.jackson.annotation.JsonInclude
    record Listing(
            List<Item> items,
            List<QualityDesk.Stop> stops,
            @Nullable String next) {}

    record Lift(@Nullable String reason) {}

    private final QualityDesk quality;

    QualityApi(QualityDesk quality) {
        this.quality = quality;
    }

    @GetMapping("/api/quality")
    Listing quality(Staff staff) {
        QualityDesk.Overview found = quality.overview(staff);
        return new Listing(
                found.standings().stream()
                        .map(s -> Item.of(s, found.stopped(s.program())))
                        .toList(),
                found.stops(),
                null);
    }

    @PostMapping("/api/quality/{program}/lift")
    @AllowedTo(SUPERVISOR)
    Listing lift(Staff staff, @PathVariable String program, @RequestBody Lift lift) {
        quality.lift(staff, program, lift.reason());
        return quality(staff);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> objected(Objection.Raised raised) {
        return ResponseEntity.of(raised.objection().problem()).build();
    }
}
