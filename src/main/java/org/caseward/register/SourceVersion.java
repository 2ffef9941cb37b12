package org.caseward.register;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caseward.report.ReportId;

/**
 * What a source says of its version of a report. Its numbers mean something only beside {@code source}.
 *
 * @param source {@code provider:} and the registered provider, else {@code connection:} and the connection
 * @param at when the source made it; its own clock
 * @param version the source's count of versions: it goes before {@code at}
 * @param numbers of the report itself: one, or one for each of its parts
 * @param aliases other names of the whole report
 * @param replaces numbers of what it corrects or withdraws
 */
public record SourceVersion(
        ReportId report,
        String source,
        Kind kind,
        Optional<Instant> at,
        Optional<Long> version,
        List<String> numbers,
        List<String> aliases,
        List<String> replaces) {
    /** In the order of their weight where the source's times are equal. */
    public enum Kind {
        ORIGINAL,
        ANNOUNCED,
        CORRECTED,
        WITHDRAWN;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public SourceVersion {
        numbers = List.copyOf(numbers);
        aliases = List.copyOf(aliases);
        replaces = List.copyOf(replaces);
    }

    /** Whether anything ties it to others at all. */
    public boolean isNumbered() {
        return !all().isEmpty();
    }

    /** Every number by which it and its relatives are found. */
    Set<String> all() {
        Set<String> all = new HashSet<>(numbers);
        all.addAll(aliases);
        all.addAll(replaces);
        return all;
    }

    /** Whether it changes what went before. */
    public boolean changes() {
        return kind == Kind.CORRECTED || kind == Kind.WITHDRAWN;
    }

    /** Whether it takes the other's place by what the source says of both: it names the other, all its parts, and is later. Never both of two. */
    public boolean supersedes(SourceVersion other) {
        return wouldSupersede(other) && !other.wouldSupersede(this);
    }

    private boolean wouldSupersede(SourceVersion other) {
        return changes() && speaksOf(other) && covers(other) && isLaterThan(other);
    }

    /** Whether it changes the other without taking its place surely: only a part is named, or a later version stands against it. */
    public boolean touches(SourceVersion other) {
        return kind != Kind.ORIGINAL && speaksOf(other) && !supersedes(other) && !other.supersedes(this);
    }

    private boolean speaksOf(SourceVersion other) {
        return source.equals(other.source) && !report.equals(other.report) && !Collections.disjoint(all(), other.own());
    }

    private boolean covers(SourceVersion other) {
        Set<String> named = all();
        return other.aliases.stream().anyMatch(named::contains) || named.containsAll(other.numbers);
    }

    private Collection<String> own() {
        return Stream.concat(numbers.stream(), aliases.stream()).toList();
    }

    private boolean isLaterThan(SourceVersion other) {
        boolean sameNumber = !Collections.disjoint(own(), other.own());
        if (sameNumber && version.isPresent() && other.version.isPresent() && !version.equals(other.version)) {
            return version.get() > other.version.get();
        }
        int byTime = at.isPresent() && other.at.isPresent() ? at.get().compareTo(other.at.get()) : 0;
        if (byTime != 0) {
            return byTime > 0;
        }
        // a new number that names the old one follows it whatever the clock says; under one number a correction weighs
        // more than what it corrects
        return !sameNumber || kind.compareTo(other.kind) > 0;
    }

    @Override
    public String toString() {
        return "SourceVersion[" + report + ", " + kind + "]";
    }
}
