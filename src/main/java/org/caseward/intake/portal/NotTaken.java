package org.caseward.intake.portal;

import org.springframework.http.HttpStatus;

/** What was handed in or asked for is not taken; says why and what to do next. Nothing of a person may stand in it. */
final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final HttpStatus status;

    NotTaken(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    static NotTaken invalid(String detail) {
        return new NotTaken(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    }

    static NotTaken unknown() {
        return new NotTaken(
                HttpStatus.NOT_FOUND,
                "There is nothing here, or it is not yours to see. Check the receipt number, or look through the list of what you sent.");
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return switch (status) {
            case CONTENT_TOO_LARGE -> "Too large";
            case UNSUPPORTED_MEDIA_TYPE -> "This kind of file can't be taken";
            case SERVICE_UNAVAILABLE -> "Closed for the moment";
            case NOT_FOUND -> "Nothing here";
            case FORBIDDEN -> "Not open to you";
            default -> "Nothing was kept";
        };
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
