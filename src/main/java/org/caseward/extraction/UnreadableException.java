package org.caseward.extraction;

import org.caseward.report.Reason;

/** Content that can't be read, on its way to becoming a refusal or a note; never leaves this room. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    UnreadableException(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    UnreadableException(String code, String text) {
        this(new Reason(code, text));
    }

    Reason reason() {
        return reason;
    }
}
