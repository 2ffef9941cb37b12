package org.caseward.register;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * All versions of one report that are known, seen from one of them. Says the same whatever the order in which they came.
 *
 * @param subject the version asked about
 * @param others everything that shares a number with it, near or far
 */
public record VersionChain(VersionStanding subject, List<VersionStanding> others) {
    public VersionChain {
        others = List.copyOf(others);
    }

    /** What it supersedes, through other versions too. */
    public List<VersionStanding> earlier() {
        return isCircle() ? List.of() : reached((at, next) -> at.version().supersedes(next.version()));
    }

    /** What supersedes it, through other versions too; without those that a person has rejected. */
    public List<VersionStanding> newer() {
        return isCircle()
                ? List.of()
                : rejectedToo().stream()
                        .filter(other -> !other.isRejectedByAPerson())
                        .toList();
    }

    /** Whether what the source replaced it by was rejected by a person here, so that somebody has to say what stands. */
    public boolean replacedByRejected() {
        return newer().isEmpty() && rejectedToo().stream().anyMatch(VersionStanding::isRejectedByAPerson);
    }

    /** What shares its numbers and neither supersedes it nor is superseded, though one of the two is a change: a person has to look. */
    public List<VersionStanding> unclear() {
        List<VersionStanding> clear =
                Stream.of(earlier(), rejectedToo()).flatMap(List::stream).toList();
        return others.stream()
                .filter(other -> !clear.contains(other) || isCircle())
                .filter(other -> subject.version().touches(other.version())
                        || other.version().touches(subject.version())
                        || isStranger(other))
                .filter(other -> !other.isRejectedByAPerson() && !other.isOver())
                .toList();
    }

    private List<VersionStanding> rejectedToo() {
        return reached((at, next) -> next.version().supersedes(at.version()));
    }

    /** The source's words make it a version of the other, but it names somebody else or stands in another program. */
    private boolean isStranger(VersionStanding other) {
        return !subject.isKinOf(other)
                && (subject.version().supersedes(other.version())
                        || other.version().supersedes(subject.version()));
    }

    /** Each names the next and the last the first, all of the same time: nothing can be set aside by that. */
    private boolean isCircle() {
        return Stream.concat(
                        Stream.of(subject), reached((at, next) -> at.version().supersedes(next.version())).stream())
                .anyMatch(reached -> reached != subject && reaches(reached, subject));
    }

    private boolean reaches(VersionStanding from, VersionStanding to) {
        return from.isKinOf(to) && from.version().supersedes(to.version());
    }

    private List<VersionStanding> reached(BiPredicate<VersionStanding, VersionStanding> step) {
        Set<VersionStanding> seen = new LinkedHashSet<>();
        Deque<VersionStanding> open = new ArrayDeque<>(List.of(subject));
        while (!open.isEmpty()) {
            VersionStanding at = open.poll();
            for (VersionStanding next : others) {
                if (!seen.contains(next) && at.isKinOf(next) && step.test(at, next)) {
                    seen.add(next);
                    open.add(next);
                }
            }
        }
        return new ArrayList<>(seen);
    }
}
