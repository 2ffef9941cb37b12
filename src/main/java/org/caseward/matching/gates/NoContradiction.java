package org.caseward.matching.gates;

import java.util.List;
import java.util.Optional;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/** No strong field may disagree, however much else agrees. */
final class NoContradiction implements FilingGate {
    @Override
    public String name() {
        return "no-contradiction";
    }

    private static final List<Trait> STRONG = List.of(
            Trait.BIRTH_DATE,
            Trait.SSN,
            Trait.EMPLOYEE_NUMBER,
            Trait.SUFFIX,
            Trait.SEX,
            Trait.BODY_PART,
            Trait.INJURY_DATE);

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(target -> STRONG.stream()
                .filter(trait -> against(target, trait))
                .findFirst()
                .map(trait -> trait.words() + " " + target.level(trait).words()));
    }

    private static boolean against(ScoredCase target, Trait trait) {
        return switch (target.level(trait)) {
            case EXACT, CONFUSABLE, MISSING -> false;
            // a knee and a left knee do not contradict each other; two near dates do
            case NEAR -> trait != Trait.BODY_PART;
            default -> true;
        };
    }
}
