package org.caseward.casefile;

import org.jspecify.annotations.Nullable;

/** A provider who treats the person on this case. */
public record CaseProvider(
        @Nullable String name,
        @Nullable String npi,
        @Nullable String fax) {}
