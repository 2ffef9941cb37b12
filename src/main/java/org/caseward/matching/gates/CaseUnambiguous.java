package org.caseward.matching.gates;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/**
 * Who has several cases is often written under the wrong one: then two independent facts must point to this case and to none of the others, and none to another.
 */
final class CaseUnambiguous implements FilingGate {
    private static final Set<Level> AGREES = EnumSet.of(Level.EXACT, Level.NEAR);

    @Override
    public String name() {
        return "case-unambiguous";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(target -> objection(placement, target));
    }

    private static Optional<String> objection(Placement placement, ScoredCase target) {
        List<ScoredCase> unnamed = target.of().cases().stream()
                .filter(other -> other != target && !placement.targets().contains(other))
                .toList();
        if (target.of().cases().size() == 1) {
            return Optional.empty();
        }
        Set<Proof.Injury> pointing = Proof.injury(target);
        boolean contrary = false;
        for (ScoredCase other : unnamed) {
            Set<Proof.Injury> theirs = agreeing(other);
            contrary |= points(theirs, pointing);
            pointing.removeAll(theirs);
        }
        if (pointing.size() >= 2 && !contrary) {
            return Optional.empty();
        }
        return Optional.of(
                pointing.equals(EnumSet.of(Proof.Injury.NUMBER))
                        ? "the person has several cases and only the number tells which"
                        : contrary
                                ? "the person has several cases and the report has something of more than one of them"
                                : "the person has several cases and too little tells which");
    }

    /** What is of the other case at all, be it only nearly. */
    private static Set<Proof.Injury> agreeing(ScoredCase other) {
        Set<Proof.Injury> groups = Proof.injury(other);
        if (AGREES.contains(other.level(Trait.INJURY_DATE))) {
            groups.add(Proof.Injury.DATE);
        }
        return groups;
    }

    /** Date or site are the other case's and not this one's. */
    private static boolean points(Set<Proof.Injury> theirs, Set<Proof.Injury> ours) {
        return (theirs.contains(Proof.Injury.DATE) && !ours.contains(Proof.Injury.DATE))
                || (theirs.contains(Proof.Injury.SITE) && !ours.contains(Proof.Injury.SITE));
    }
}
