package org.caseward.demo.senders;

/**
 * What a provider was told.
 *
 * @param code {@code AA}, {@code AE}, {@code AR}, {@code closed}; an HTTP status; {@code done} for a fax that was taken
 * @param words what stood with it, for a person
 */
public record Answer(String code, String words) {
    /** Whether it is what was expected: {@code 4xx} stands for any status of that class. */
    public boolean is(String expected) {
        return expected.equals("4xx") ? code.matches("4\\d\\d") : code.equals(expected);
    }

    /** The receiver could not keep it and asks for it again later. */
    boolean asksToTryAgain() {
        return code.equals("AE") || code.equals("CE") || code.equals("503") || code.equals("429");
    }
}
