package org.caseward.review;

import java.util.List;
import java.util.Optional;
import org.caseward.report.Missing;
import org.caseward.report.ReportState;
import org.caseward.report.ValidationLevel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The level that a report stands at, and what keeps it from the next.
 *
 * @param reached empty for a report that was recorded before levels were kept
 */
record ReportLevel(Optional<ValidationLevel> reached, List<Missing> missing) {
    /**
     * What is kept of a report, as it lies in the database.
     *
     * @param missing by the level's number
     * @param profile {@code met}, {@code missed}, {@code unknown}; null while nobody has looked
     * @param waits whether a check of its profiles is to come
     */
    record Kept(
            @Nullable Integer level,
            JsonNode missing,
            @Nullable String profile,
            boolean waits) {}

    static ReportLevel of(Kept kept, ReportState state, @Nullable String reasonCode, @Nullable String reason) {
        if (kept.level() == null) {
            return new ReportLevel(Optional.empty(), List.of());
        }
        ValidationLevel reached = ValidationLevel.values()[kept.level()];
        return new ReportLevel(
                Optional.of(reached),
                switch (reached) {
                    case KEPT -> List.of(unread(state, reasonCode, reason));
                    case PARSED, STRUCTURED -> lacks(kept, reached);
                    case COMPLETE -> "missed".equals(kept.profile()) ? lacks(kept, reached) : List.of(unlooked(kept));
                    case PROFILED -> List.of(undecided(state, reasonCode));
                    case APPROVED -> List.of();
                });
    }

    private static List<Missing> lacks(Kept kept, ValidationLevel reached) {
        return kept.missing()
                .path(String.valueOf(reached.ordinal() + 1))
                .valueStream()
                .map(one -> new Missing(
                        one.path("id").asString(""), one.path("text").asString("")))
                .toList();
    }

    private static Missing unread(ReportState state, @Nullable String reasonCode, @Nullable String reason) {
        return state == ReportState.QUARANTINED && reasonCode != null && reason != null
                ? new Missing(reasonCode, reason)
                : new Missing("not-read-yet", "It has not been read yet. The hub does that by itself.");
    }

    private static Missing unlooked(Kept kept) {
        if ("unknown".equals(kept.profile())) {
            return new Missing(
                    "profile-not-checkable",
                    "It could not be held against the profiles, because it is too large or took too long. It can be decided all the same.");
        }
        return kept.waits()
                ? new Missing(
                        "profile-not-checked-yet",
                        "It has not been held against the profiles yet. The hub does that by itself, and nothing waits for it.")
                : new Missing("profile-not-checked", "This hub does not hold reports against profiles.");
    }

    private static Missing undecided(ReportState state, @Nullable String reasonCode) {
        return switch (String.valueOf(reasonCode)) {
            case "superseded" -> new Missing("superseded", "A newer version of it has taken its place.");
            case "withdrawn", "withdrawal-done" -> new Missing("withdrawn", "Its source has withdrawn it.");
            default -> undecided(state);
        };
    }

    private static Missing undecided(ReportState state) {
        return switch (state) {
            case IN_REVIEW ->
                new Missing("not-approved", "It waits for a coordinator, who matches it to its case and approves it.");
            case REJECTED -> new Missing("rejected", "It was rejected, so it is on no case.");
            case QUARANTINED ->
                new Missing("not-filed", "It is approved, but the case store has not taken it. A replay files it.");
            default -> new Missing("being-filed", "It is approved and being filed.");
        };
    }
}
