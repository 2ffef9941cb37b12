package org.caseward.matching.scoring;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a report may turn out to be about. */
public enum Outcome {
    @JsonProperty("case")
    CASE("an open case of a person we know"),
    @JsonProperty("new_injury")
    NEW_INJURY("a person we know, with an injury we do not know yet"),
    @JsonProperty("recurrence")
    RECURRENCE("a closed case: possibly a recurrence"),
    @JsonProperty("nobody")
    NOBODY("nobody we know");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
