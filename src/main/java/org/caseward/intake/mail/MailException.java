package org.caseward.intake.mail;

import org.caseward.report.Reason;

/** A message, or a part of one, that can't be gone through, on its way to becoming a refusal; never leaves this room. */
final class MailException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    MailException(String code, String text) {
        super(code, null, false, false);
        this.reason = new Reason(code, text);
    }

    Reason reason() {
        return reason;
    }
}
