package org.caseward.matching.models;

/** Why something asked of the models is not done, in words for who asked. It rolls back what was begun. */
public final class ModelRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code UNKNOWN}: there is no such model. {@code UNUSABLE}: its text is none. {@code CONFLICT}: things stand otherwise than the caller thought. */
    public enum Kind {
        UNKNOWN,
        UNUSABLE,
        CONFLICT
    }

    private final Kind kind;

    public ModelRefused(Kind kind, String words) {
        super(words, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
