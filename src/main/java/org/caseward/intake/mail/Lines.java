package org.caseward.intake.mail;

/** Lines in bytes, ended by LF or CRLF. */
final class Lines {
    private Lines() {}

    /** Where the line that begins at {@code at} ends, its LF included. */
    static int end(byte[] bytes, int at, int to) {
        int i = at;
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, to);
    }

    /** The end of a line without its CR and LF. */
    static int trimmed(byte[] bytes, int at, int end) {
        int i = end;
        if (i > at && bytes[i - 1] == '\n') {
            i--;
        }
        if (i > at && bytes[i - 1] == '\r') {
            i--;
        }
        return i;
    }
}
