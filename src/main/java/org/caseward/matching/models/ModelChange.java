package org.caseward.matching.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of the active model.
 *
 * @param before what was active until then; null at the very first
 * @param act {@code seeded}, {@code activated} or {@code rolled-back}
 */
public record ModelChange(
        Instant at, String by, String version, @Nullable String before, String act) {}
