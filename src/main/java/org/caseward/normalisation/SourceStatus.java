package org.caseward.normalisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the source says about its own version of the report.
 *
 * @param at when the source made this version
 * @param version the source's count of versions, where it counts them: it goes before {@code at}
 * @param numbers by which the source knows this report itself: one, or one for each of its parts
 * @param aliases other names of the whole report at its source
 * @param replaces the source's numbers of the reports that this one corrects or withdraws, its own among them where it keeps its number
 */
public record SourceStatus(
        Kind kind,
        Optional<Instant> at,
        Optional<Long> version,
        List<String> numbers,
        List<String> aliases,
        List<String> replaces) {
    /**
     * {@code CORRECTED}: OBX-11=C, MDM T08 and T10, relatesTo=replaces. {@code WITHDRAWN}: MDM T11, entered-in-error. {@code ANNOUNCED}: says that there is a changed
     * version and does not bring it (MDM T03, T07, T09).
     */
    public enum Kind {
        ORIGINAL,
        CORRECTED,
        WITHDRAWN,
        ANNOUNCED
    }

    public static final SourceStatus ORIGINAL = new SourceStatus(Kind.ORIGINAL, Optional.empty(), Optional.empty());

    public SourceStatus {
        numbers = List.copyOf(numbers);
        aliases = List.copyOf(aliases);
        replaces = List.copyOf(replaces);
    }

    /** Of a source that counts no versions and gives its report no number of its own. */
    public SourceStatus(Kind kind, Optional<Instant> at, Optional<String> replaces) {
        this(kind, at, Optional.empty(), List.of(), List.of(), replaces.stream().toList());
    }

    /**
     * What a message says together with a document inside it. The message's own words of its version go before the document's, where it has any; it is known by the numbers of
     * both.
     */
    SourceStatus carrying(SourceStatus inside) {
        boolean silent = kind == Kind.ORIGINAL && (inside.kind != Kind.ORIGINAL || at.isEmpty());
        SourceStatus said = silent ? inside : this;
        return new SourceStatus(
                said.kind,
                said.at,
                said.version,
                numbers.isEmpty() ? inside.numbers : numbers,
                Stream.of(aliases, numbers.isEmpty() ? List.<String>of() : inside.numbers, inside.aliases)
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                said.replaces);
    }
}
