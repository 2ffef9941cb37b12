package org.caseward.matching.scoring;

/** How two values of a trait stand to each other. {@link #words()} follows the trait's name; the nearest level comes first. */
public enum Level {
    EXACT("agrees"),
    /** A part of a double name, or a former name. */
    VARIANT("agrees with a part of the name or a former name"),
    NICKNAME("agrees as a short form"),
    /** The given name on the report is the middle name on file: many go by it. */
    CALLED("agrees with the middle name"),
    /** Given and family name have changed places. */
    REVERSED("agrees with given and family name in each other's place"),
    INITIAL("agrees in its initial"),
    SIMILAR("is spelled alike"),
    /** Equal but for letters and digits that are mistaken for each other in reading. */
    CONFUSABLE("agrees but for characters that are easily misread"),
    SWAPPED("agrees with month and day swapped"),
    ONE_OFF("is one digit off", "agrees except one digit"),
    NEAR("is near"),
    /** The number is that of another case of the same person. */
    SIBLING("is that of another case of this person"),
    OPPOSITE("is of the other side"),
    DIFFERENT("disagrees"),
    /** Several people of one household share it; see {@link Trait#HOUSEHOLD}. */
    SHARED("counts once, since family name, phone and address go together"),
    /** One side has no value: no evidence either way. */
    MISSING("is missing");

    private final String words;
    private final String inFavour;

    Level(String words) {
        this(words, words);
    }

    Level(String words, String inFavour) {
        this.words = words;
        this.inFavour = inFavour;
    }

    public String words() {
        return words;
    }

    /** The same where it speaks for a match. */
    String inFavour() {
        return inFavour;
    }
}
