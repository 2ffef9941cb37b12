package org.caseward.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge as the JSON API tells it.
 *
 * @param by who merged them, or the source that reported them as one
 * @param cases the case numbers that are the merged person's by the feed; none while it is only proposed
 * @param state {@code proposed}, {@code holds}, {@code refused} or {@code undone}
 * @param source who reported it, with {@code controlId} and {@code reportedAt}; null where a person thought of it
 */
@JsonInclude
public record ToldMerge(
        UUID id,
        String survivor,
        String merged,
        Instant at,
        String by,
        String reason,
        List<String> cases,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Nullable String undoReason,
        String state,
        @Nullable String source,
        @Nullable String controlId,
        @Nullable Instant reportedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decisionReason) {}
