package org.caseward.casefile;

import java.util.List;

/**
 * What became of a feed of cases.
 *
 * @param errors why rows were rejected, the first 1,000 of them
 */
public record FeedResult(int accepted, int rejected, List<RowError> errors) {
    public FeedResult {
        errors = List.copyOf(errors);
    }

    /**
     * @param row from 1: the line of an NDJSON feed, the record after the header of a CSV feed
     * @param reason names fields, never their content
     */
    public record RowError(long row, String reason) {}
}
