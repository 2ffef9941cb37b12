package org.caseward.intake;

import java.time.Instant;

/**
 * The right to poll something for a while.
 *
 * @param token grows with each change of hands: whoever holds an older one must not act any more
 */
public record Lease(String name, long token, Instant until) {}
