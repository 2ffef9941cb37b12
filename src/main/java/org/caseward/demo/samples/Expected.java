package org.caseward.demo.samples;

import java.util.Optional;

/**
 * Where a sample should end.
 *
 * @param state {@code filed}, {@code in_review}, {@code quarantined}, or {@code none} where nothing is kept
 * @param caseNumber the case it is filed on
 * @param nobody the hub may not name any case at all, not even for a person to look at first
 * @param receipts of its own: 0 for a delivery that came before, and where nothing is kept
 * @param answer {@code AA}, {@code AR}, {@code closed}, {@code 201}, {@code 200}, {@code 4xx}, {@code done}
 */
public record Expected(String state, Optional<String> caseNumber, boolean nobody, int receipts, String answer) {
    static Expected filed(String caseNumber, String answer) {
        return new Expected("filed", Optional.of(caseNumber), false, 1, answer);
    }

    static Expected inReview(String answer) {
        return new Expected("in_review", Optional.empty(), false, 1, answer);
    }

    static Expected inReviewWithoutCase(String answer) {
        return new Expected("in_review", Optional.empty(), true, 1, answer);
    }

    static Expected quarantined(String answer) {
        return new Expected("quarantined", Optional.empty(), true, 1, answer);
    }

    static Expected notKept(String answer) {
        return new Expected("none", Optional.empty(), true, 0, answer);
    }

    /** The same delivery again: it shares its first's fate and has no receipt of its own. */
    Expected again() {
        return new Expected(state, caseNumber, nobody, 0, answer);
    }

    public boolean isKept() {
        return !state.equals("none");
    }
}
