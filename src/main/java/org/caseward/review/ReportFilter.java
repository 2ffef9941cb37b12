package org.caseward.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.caseward.report.Channel;
import org.caseward.report.ReportState;
import org.caseward.report.ValidationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Which reports a list asks for; every part narrows it.
 *
 * @param provider a registered provider's id
 * @param since received at or after this moment
 * @param level those that stand at this level
 * @param before the cursor: reports older than this id
 */
record ReportFilter(
        Optional<ReportState> state,
        Optional<Channel> channel,
        Optional<String> provider,
        Optional<String> controlId,
        Optional<String> program,
        Optional<Instant> since,
        Optional<ValidationLevel> level,
        Optional<UUID> before) {
    /** The query's parameters as they came; a blank one narrows nothing. */
    record Asked(
            @Nullable String state,
            @Nullable String channel,
            @Nullable String provider,
            @Nullable String controlId,
            @Nullable String program,
            @Nullable String since,
            @Nullable String level,
            @Nullable String cursor) {}

    /** @throws Objection.Raised (400) naming the parameter that can't be read and what it may be */
    static ReportFilter of(Asked asked) {
        return new ReportFilter(
                given(asked.state()).map(word -> oneOf("state", word, ReportState.values(), ReportState::code)),
                given(asked.channel()).map(word -> oneOf("channel", word, Channel.values(), Channel::code)),
                given(asked.provider()),
                given(asked.controlId()),
                given(asked.program()),
                given(asked.since()).map(ReportFilter::moment),
                given(asked.level()).map(word -> oneOf("level", word, ValidationLevel.values(), ValidationLevel::code)),
                given(asked.cursor()).map(ReportFilter::cursor));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }

    private static <T> T oneOf(String name, String word, T[] all, java.util.function.Function<T, String> code) {
        return Arrays.stream(all)
                .filter(value -> code.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        bad(name, "must be one of " + Stream.of(all).map(code).toList()));
    }

    private static Instant moment(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw bad("since", "must be a date (2026-11-22) or a moment with its offset (2026-11-22T08:30:00Z)");
        }
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw bad("cursor", "must be the `next` of the answer before");
        }
    }

    private static Objection.Raised bad(String name, String must) {
        return new Objection.Raised(Objection.badRequest("The parameter `" + name + "` " + must + "."));
    }

    /** The conditions in SQL, with parameters named like the record's parts. */
    List<String> conditions() {
        return Stream.of(
                        state.map(s -> "r.state = :state"),
                        channel.map(c -> "r.channel = :channel"),
                        provider.map(p -> "r.provider = :provider"),
                        controlId.map(c -> "r.control_id = :controlId"),
                        program.map(p -> "r.program = :program"),
                        // ids carry their time, so that only the months asked for are read; clocks of nodes may differ
                        // a little
                        since.map(s -> "r.received_at >= :since and r.id >= hub.uuid_at(:since - interval '1 hour')"),
                        level.map(l -> "r.level = :level"),
                        before.map(b -> "r.id < :before"))
                .flatMap(Optional::stream)
                .toList();
    }
}
