package org.caseward.casefile;

import org.jspecify.annotations.Nullable;

/** A postal address in the United States, as the feed gave it. */
public record PostalAddress(
        @Nullable String line,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zip) {
    @Override
    public String toString() {
        return "PostalAddress";
    }
}
