package org.caseward.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a route does.
 *
 * @param description what it is for, as its file says
 * @param group {@code intake}, {@code pipeline} or {@code publishing}
 * @param state {@code started}, {@code stopped} or {@code paused} (it waits for something of ours that is down)
 * @param received messages since the hub started
 * @param failed those that ended in an error or a refusal
 * @param perMinute messages a minute, over the last minutes
 * @param inFlight messages being worked on now
 * @param lastMessage when the last one came, where one did
 * @param lastError what went wrong last and when, in our words; never anything out of a message
 */
public record RouteStatus(
        String id,
        String description,
        String group,
        String state,
        long received,
        long failed,
        double perMinute,
        int inFlight,
        @Nullable Instant lastMessage,
        @Nullable String lastError) {}
