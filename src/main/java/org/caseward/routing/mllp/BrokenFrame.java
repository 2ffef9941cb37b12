package org.caseward.routing.mllp;

import java.io.IOException;

/** What came is no frame, or one that is not taken; the connection ends. The words are for an alert: nothing of the content stands in them. */
final class BrokenFrame extends IOException {
    private static final long serialVersionUID = 1L;
    private final String kind;

    /** @param kind a stable word: {@code unframed}, {@code too-large}, {@code cut}, {@code restarted} */
    BrokenFrame(String kind, String words) {
        super(words);
        this.kind = kind;
    }

    String kind() {
        return kind;
    }
}
