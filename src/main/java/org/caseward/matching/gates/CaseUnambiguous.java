package org.caseward.matching.gates;

import java.util.List;
import java.util.Optional;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/** Who has several cases is often written under the wrong one: then a second fact must point to the same case. */
final class CaseUnambiguous implements FilingGate {
    @Override
    public String name() {
        return "case-unambiguous";
    }

    private static final List<Trait> POINTERS = List.of(Trait.INJURY_DATE, Trait.BODY_PART, Trait.DIAGNOSIS);

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(target -> objection(placement, target));
    }

    private static Optional<String> objection(Placement placement, ScoredCase target) {
        List<ScoredCase> others = placement.found().stream()
                .filter(other -> other.samePerson(target) && !other.equals(target))
                .toList();
        List<ScoredCase> unnamed = others.stream()
                .filter(other -> !placement.targets().contains(other))
                .toList();
        boolean pointed = POINTERS.stream().anyMatch(trait -> points(trait, target, unnamed));
        return others.isEmpty() || pointed
                ? Optional.empty()
                : Optional.of("the person has several cases and only the number tells which");
    }

    /** The trait agrees with this case and with none that the report does not name. */
    private static boolean points(Trait trait, ScoredCase target, List<ScoredCase> unnamed) {
        return target.level(trait) == Level.EXACT
                && unnamed.stream().noneMatch(other -> other.level(trait) == Level.EXACT);
    }
}
