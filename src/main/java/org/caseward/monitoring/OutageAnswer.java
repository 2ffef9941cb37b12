package org.caseward.monitoring;

import org.caseward.report.OutageException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Where something of ours is down, a caller is told to come back, not that the caller was wrong. */
@RestControllerAdvice
class OutageAnswer {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(OutageException outage) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Something the hub needs is down at the moment. Please send the same again in half a minute.");
        problem.setTitle("Not available now");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "30")
                .body(problem);
    }
}
