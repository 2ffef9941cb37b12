package org.caseward.normalisation.functions;

/** What a named function makes of a text. */
public sealed interface Result {
    /** @param certainty 0 to 1: how sure the function is that this is what was written; multiplies the reading's own confidence */
    record Meant(String value, double certainty) implements Result {}

    /** The function does not apply here: there is no value, and nothing is wrong. */
    record Nothing() implements Result {}

    /** A value stands there, but it can't be read as what it should be (a date that is none). */
    record Unreadable() implements Result {}

    Result NOTHING = new Nothing();
    Result UNREADABLE = new Unreadable();

    static Result meant(String value) {
        return new Meant(value, 1);
    }

    static Result meant(String value, double certainty) {
        return value.isBlank() ? NOTHING : new Meant(value, certainty);
    }
}
