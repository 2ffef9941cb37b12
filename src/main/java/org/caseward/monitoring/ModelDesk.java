package org.caseward.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.caseward.matching.models.ModelRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What pages and API of the models share: how a refusal is answered, and how a day is read. */
final class ModelDesk {
    static final int DEFAULT_LAST = 200;

    private ModelDesk() {}

    static HttpStatus status(ModelRefused refused) {
        return switch (refused.kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case UNUSABLE -> HttpStatus.UNPROCESSABLE_ENTITY;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }

    /** The start of a day in UTC; empty where none is given. */
    static Optional<Instant> since(@Nullable String day) {
        try {
            return Optional.ofNullable(day)
                    .filter(text -> !text.isBlank())
                    .map(text ->
                            LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            throw new ModelRefused(ModelRefused.Kind.UNUSABLE, "`since` must be a date, such as 2026-11-22.");
        }
    }
}
