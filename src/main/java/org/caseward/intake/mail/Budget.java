package org.caseward.intake.mail;

/** How far one message is gone through. What goes beyond is refused whole, never read half. */
final class Budget {
    /** Deeper than any mail program nests, forwards of forwards included. */
    static final int DEPTH = 12;

    static final int PARTS = 300;
    /** Reports in one receipt. */
    static final int REPORTS = 60;

    /** Beside what it holds: an attached message that is encoded by itself is held twice. */
    private static final long SPARE = 1024 * 1024;

    private final long most;
    private int parts;
    private int reports;
    private long decoded;

    /** @param size of the message */
    Budget(int size) {
        this.most = 2L * size + SPARE;
    }

    void decoded(int size) throws MailException {
        decoded += size;
        if (decoded > most) {
            throw tooMany("parts that unpack to far more than it weighs");
        }
    }

    void part() throws MailException {
        if (++parts > PARTS) {
            throw tooMany("more than " + PARTS + " parts");
        }
    }

    void report() throws MailException {
        if (++reports > REPORTS) {
            throw tooMany("more than " + REPORTS + " documents");
        }
    }

    void depth(int depth) throws MailException {
        if (depth > DEPTH) {
            throw tooMany("messages inside messages more than " + DEPTH + " deep");
        }
    }

    private static MailException tooMany(String what) {
        return new MailException(
                "mail-too-much",
                "The e-mail holds " + what
                        + ", which is not gone through here. Open it with care in the mailbox, or ask the sender to send it in parts.");
    }
}
