package org.caseward.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge as the JSON API tells it.
 *
 * @param cases the case numbers that are the merged person's by the feed
 */
@JsonInclude
record ToldMerge(
        UUID id,
        String survivor,
        String merged,
        Instant at,
        String by,
        String reason,
        List<String> cases,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Nullable String undoReason) {}
