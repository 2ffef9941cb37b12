package org.caseward.publishing.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import tools.jackson.databind.JsonNode;

/** The values of a record by field, out of the JSON in which they are kept. */
final class Values {
    private final JsonNode fields;

    Values(JsonNode fields) {
        this.fields = fields;
    }

    Optional<String> text(String name) {
        return all(name).stream().findFirst();
    }

    /** Every value that is not blank, best first, each once. */
    List<String> all(String name) {
        JsonNode kept = fields.path(name);
        Stream<JsonNode> values =
                kept.isArray() ? kept.valueStream() : kept.isObject() ? Stream.of(kept) : Stream.empty();
        return values.map(value -> value.path("value").asString("").strip())
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** A day; empty where it is none (the raw words stay in the record's fields). */
    Optional<LocalDate> day(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    Optional<DateTimeType> date(String name) {
        return day(name).map(day -> new DateTimeType(day.toString()));
    }
}
