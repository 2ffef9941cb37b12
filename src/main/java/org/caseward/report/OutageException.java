package org.caseward.report;

/** Something of ours is down (database, broker, document store, a worker pool, a receiver): try the same report again later, never quarantine it. */
public class OutageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutageException(String what, Throwable cause) {
        super(what, cause);
    }

    public OutageException(String what) {
        super(what);
    }
}
