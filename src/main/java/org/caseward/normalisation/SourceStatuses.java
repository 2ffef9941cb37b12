package org.caseward.normalisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caseward.normalisation.mapping.Vocabulary;
import org.caseward.report.FieldValue;

/** What the source says of its own version, out of the reserved fields that a mapping filled. */
final class SourceStatuses {
    /** HL7 DTM from the day on (chapter 2A.21), or ISO 8601. */
    private static final DateTimeFormatter HL7 = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendValue(ChronoField.MONTH_OF_YEAR, 2)
            .appendValue(ChronoField.DAY_OF_MONTH, 2)
            .optionalStart()
            .appendValue(ChronoField.HOUR_OF_DAY, 2)
            .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
            .optionalEnd()
            .optionalStart()
            .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
            .optionalEnd()
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[xx]")
            .toFormatter(Locale.ROOT);

    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private SourceStatuses() {}

    static SourceStatus taken(FieldsDraft draft) {
        SourceStatus.Kind kind =
                first(draft, Vocabulary.STATUS_KIND).map(SourceStatuses::kind).orElse(SourceStatus.Kind.ORIGINAL);
        Optional<Instant> at = first(draft, Vocabulary.STATUS_AT).flatMap(SourceStatuses::instant);
        Optional<Long> version = first(draft, Vocabulary.STATUS_VERSION).flatMap(SourceStatuses::count);
        List<String> numbers = all(draft, Vocabulary.STATUS_DOCUMENT);
        List<String> aliases = all(draft, Vocabulary.STATUS_ALIAS);
        List<String> replaces = all(draft, Vocabulary.STATUS_REPLACES);
        draft.remove(Vocabulary.MESSAGE_CODE);
        draft.remove(Vocabulary.MESSAGE_EVENT);
        return new SourceStatus(
                kind, at, version, numbers, aliases, kind == SourceStatus.Kind.ORIGINAL ? List.of() : replaces);
    }

    private static Optional<String> first(FieldsDraft draft, String name) {
        return all(draft, name).stream().findFirst();
    }

    private static List<String> all(FieldsDraft draft, String name) {
        return draft.remove(name).stream().map(FieldValue::value).distinct().toList();
    }

    /** A version that is no plain number orders nothing. */
    private static Optional<Long> count(String text) {
        return text.matches("\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static SourceStatus.Kind kind(String word) {
        return switch (word) {
            case "withdrawn" -> SourceStatus.Kind.WITHDRAWN;
            case "corrected" -> SourceStatus.Kind.CORRECTED;
            case "announced" -> SourceStatus.Kind.ANNOUNCED;
            default -> SourceStatus.Kind.ORIGINAL;
        };
    }

    /** A time without a zone is taken as UTC: it only orders versions of the same sender. */
    private static Optional<Instant> instant(String text) {
        return parsed(HL7, text)
                .or(() -> parsed(DateTimeFormatter.ISO_DATE_TIME, text))
                .or(() -> parsed(DateTimeFormatter.ISO_DATE, text))
                // two-digit years of old versions read as far-off ones: such a moment orders nothing
                .filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
    }

    private static Optional<Instant> parsed(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor read =
                    format.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(
                    switch (read) {
                        case OffsetDateTime zoned -> zoned.toInstant();
                        case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                        default ->
                            LocalDate.from(read).atStartOfDay(ZoneOffset.UTC).toInstant();
                    });
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
