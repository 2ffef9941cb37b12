package org.caseward.normalisation.functions;

/**
 * A text that lets a regular expression look at it only so often: a pattern from a mapping file against hostile text must not
 * keep a thread busy.
 */
public final class Bounded implements CharSequence {
    private static final int LOOKS_PER_CHARACTER = 200;

    private final CharSequence text;
    private long looks;

    private Bounded(CharSequence text, long looks) {
        this.text = text;
        this.looks = looks;
    }

    public static CharSequence of(CharSequence text) {
        return new Bounded(text, 10_000L + (long) text.length() * LOOKS_PER_CHARACTER);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        looks--;
        if (looks < 0) {
            throw new LookedTooOften();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The pattern asks too much of this text: it counts as not found. */
    public static final class LookedTooOften extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LookedTooOften() {
            super("pattern gave up", null, false, false);
        }
    }
}
