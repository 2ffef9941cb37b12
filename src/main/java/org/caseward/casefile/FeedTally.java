package org.caseward.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caseward.casefile.FeedResult.RowError;

/** Counts a feed's rows and keeps the first reasons. */
final class FeedTally {
    private static final int MOST_ERRORS = 1_000;

    private int accepted;
    private int rejected;
    private final List<RowError> errors = new ArrayList<>();

    void accept(int rows) {
        accepted += rows;
    }

    void reject(long row, String reason) {
        rejected++;
        if (errors.size() < MOST_ERRORS) {
            errors.add(new RowError(row, reason));
        }
    }

    FeedResult result() {
        errors.sort(Comparator.comparingLong(RowError::row));
        return new FeedResult(accepted, rejected, errors);
    }
}
