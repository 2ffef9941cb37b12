package org.caseward.review;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Why something asked for is not done: what happened, why, and what to do next.
 *
 * @param detail for the person who asked; never carries a patient's data
 */
record Objection(HttpStatus status, String title, String detail) {
    static Objection badRequest(String detail) {
        return new Objection(HttpStatus.BAD_REQUEST, "The request can't be read", detail);
    }

    static Objection notFound() {
        return new Objection(
                HttpStatus.NOT_FOUND,
                "No such report",
                "No report with this id or receipt number is within your programs and roles. Check the number; if it is right, ask a supervisor of the program it was sent to.");
    }

    static Objection unread() {
        return new Objection(
                HttpStatus.CONFLICT,
                "Not read yet",
                "Nothing of this report has been understood, so there is nothing to tell as FHIR. Look at its state: it is on its way, or in quarantine with a reason.");
    }

    static Objection forbidden(String detail) {
        return new Objection(HttpStatus.FORBIDDEN, "Your role does not decide this", detail);
    }

    static Objection conflict(String detail) {
        return new Objection(HttpStatus.CONFLICT, "Already decided", detail);
    }

    static Objection invalid(String detail) {
        return new Objection(HttpStatus.UNPROCESSABLE_ENTITY, "The decision can't be taken as it stands", detail);
    }

    ProblemDetail problem() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }

    /** Carries an objection out of a database transaction, which is rolled back on the way. */
    static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Objection objection;

        Raised(Objection objection) {
            super(objection.title(), null, false, false);
            this.objection = objection;
        }

        Objection objection() {
            return objection;
        }
    }
}
