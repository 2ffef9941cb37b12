package org.caseward.normalisation.text;

/**
 * A label found in a line.
 *
 * @param label as {@link LabelFinder#fold folded}
 * @param from its first token
 * @param to the token after its last
 * @param likeness 0 to 1; 1 where it is written as in the list
 * @param colon whether a colon ends it
 * @param placed whether it stands where labels stand; one inside a sentence only counts for values that know themselves
 * @param phrase whether it has several words
 */
public record Hit(String label, int from, int to, double likeness, boolean colon, boolean placed, boolean phrase) {
    Hit since(int newFrom) {
        return new Hit(label, newFrom, to, likeness, colon, placed, phrase);
    }

    Hit until(int newTo) {
        return new Hit(label, from, newTo, likeness, colon, placed, phrase);
    }

    /** Whether anything may stand beside it as its value; else only a value that its function recognises. */
    boolean sure() {
        return colon || (placed && phrase);
    }
}
