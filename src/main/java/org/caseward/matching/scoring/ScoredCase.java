package org.caseward.matching.scoring;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.caseward.casefile.CaseFile;

/** A case, with its person, that a report may belong to, and all that speaks for and against it. Two are equal only where they are the same. */
public final class ScoredCase {
    /** Best first; of equals an open case before a closed one. */
    public static final Comparator<ScoredCase> BEST_FIRST = Comparator.comparingDouble(ScoredCase::score)
            .reversed()
            .thenComparing(scored -> !scored.file().accepting())
            .thenComparing(scored -> scored.file().caseNumber());

    private static final Set<Level> SAME_PLACE = EnumSet.of(Level.EXACT, Level.NEAR);

    private final ScoredPerson of;
    private final CaseFacts facts;
    private final List<Evidence> evidence;
    private final double score;

    ScoredCase(ScoredPerson of, CaseFacts facts, List<Evidence> evidence) {
        this.of = of;
        this.facts = facts;
        this.evidence = evidence;
        double sum = of.bits();
        for (Evidence e : evidence) {
            sum += e.bits();
        }
        this.score = sum;
    }

    public CaseFile file() {
        return facts.file();
    }

    public CaseFacts facts() {
        return facts;
    }

    public ScoredPerson of() {
        return of;
    }

    /** The sum of all evidence, in bits. */
    public double score() {
        return score;
    }

    /** What the person's traits say, then what the case's say. */
    public List<Evidence> evidence() {
        return Stream.concat(of.evidence().stream(), evidence.stream()).toList();
    }

    public Level level(Trait trait) {
        for (Evidence e : trait.compareTo(Trait.HOUSEHOLD) <= 0 ? of.evidence() : evidence) {
            if (e.trait() == trait) {
                return e.level();
            }
        }
        return Level.MISSING;
    }

    /**
     * Whether body part or diagnosis are this case's and no other injury's: where the report names a further place that the case does not know, the one in common may be chance.
     */
    public boolean samePlace() {
        return (SAME_PLACE.contains(level(Trait.BODY_PART)) && within(of.facts().bodyParts()))
                || (SAME_PLACE.contains(level(Trait.DIAGNOSIS)) && within(List.of()));
    }

    /** The same as {@link #samePlace}, by a body part that both name, or the very diagnosis: the region or category of a code is one of a dozen, and agrees by chance too often. */
    public boolean verySamePlace() {
        boolean named = known(of.facts().bodyParts()) && known(facts.bodyParts());
        return (named
                        && SAME_PLACE.contains(level(Trait.BODY_PART))
                        && within(of.facts().bodyParts()))
                || (level(Trait.DIAGNOSIS) == Level.EXACT && within(List.of()));
    }

    private static boolean known(List<BodyPart> parts) {
        return parts.stream().anyMatch(BodyPart::known);
    }

    private boolean within(List<BodyPart> parts) {
        Set<Region> named = Region.of(parts, of.facts().diagnoses());
        return facts.anywhere().isEmpty() || facts.anywhere().containsAll(named) || ofNumberedCases(named);
    }

    /** A report that bears several of the person's numbers speaks of the places of all of them. */
    private boolean ofNumberedCases(Set<Region> named) {
        Set<Region> theirs = EnumSet.copyOf(facts.anywhere());
        of.cases().stream()
                .filter(other -> other.level(Trait.NUMBER) == Level.EXACT)
                .forEach(other -> theirs.addAll(other.facts().anywhere()));
        return theirs.containsAll(named);
    }

    public boolean samePerson(ScoredCase other) {
        return of == other.of;
    }

    public List<String> agree() {
        return evidence().stream()
                .filter(e -> e.bits() > 0)
                .sorted(Comparator.comparingDouble(Evidence::bits).reversed())
                .map(Evidence::words)
                .toList();
    }

    public List<String> disagree() {
        return evidence().stream()
                .filter(e -> e.bits() < 0 && e.trait() != Trait.HOUSEHOLD)
                .sorted(Comparator.comparingDouble(Evidence::bits))
                .map(Evidence::words)
                .toList();
    }

    @Override
    public String toString() {
        return "ScoredCase[" + file().program() + "]";
    }
}
