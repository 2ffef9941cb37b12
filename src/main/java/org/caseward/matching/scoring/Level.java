package org.caseward.matching.scoring;

/** How two values of a trait stand to each other. {@link #words()} follows the trait's name. */
public enum Level {
    EXACT("agrees"),
    /** A part of a double name, or a former name. */
    VARIANT("agrees with a part of the name or a former name"),
    NICKNAME("agrees as a short form"),
    INITIAL("agrees in its initial"),
    SIMILAR("is spelled alike"),
    /** Equal but for letters and digits that are mistaken for each other in reading. */
    CONFUSABLE("agrees but for characters that are easily misread"),
    SWAPPED("agrees with month and day swapped"),
    ONE_OFF("is one digit off"),
    NEAR("is near"),
    OPPOSITE("is of the other side"),
    DIFFERENT("disagrees"),
    /** One side has no value: no evidence either way. */
    MISSING("is missing");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
