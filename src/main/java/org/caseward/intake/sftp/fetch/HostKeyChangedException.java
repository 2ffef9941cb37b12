package org.caseward.intake.sftp.fetch;

import java.io.IOException;

/** The server showed a key that nobody pinned: it was changed, or it is another. */
final class HostKeyChangedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String shown;

    HostKeyChangedException(String shown, Throwable cause) {
        super("The server showed another host key", cause);
        this.shown = shown;
    }

    /** Its fingerprint. */
    String shown() {
        return shown;
    }
}
