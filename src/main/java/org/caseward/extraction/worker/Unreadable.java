package org.caseward.extraction.worker;

import org.caseward.report.Reason;

/** Inside a worker: this document can't be read, and why. Becomes {@link Reply.Unreadable}. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    Unreadable(String code, String text) {
        super(code);
        this.reason = new Reason(code, text);
    }

    Reason reason() {
        return reason;
    }
}
