package org.caseward.matching.gates;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.caseward.matching.scoring.Region;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.matching.scoring.ScoredCase;

/** The right person may come with a new injury: something must tell that the report is about the injury of this case. */
final class InjuryEvidence implements FilingGate {
    private static final Set<Proof.Injury> PLACE_AND_PROVIDER = EnumSet.of(Proof.Injury.SITE, Proof.Injury.PROVIDER);

    @Override
    public String name() {
        return "injury-evidence";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(target -> objection(placement.facts(), target));
    }

    private static Optional<String> objection(ReportFacts facts, ScoredCase target) {
        Set<Proof.Injury> agreeing = Proof.injury(target);
        if (!Proof.injured(agreeing)) {
            return Optional.of("neither the claim number nor the injury date agrees, so that it may be another injury");
        }
        return !confirmed(target, agreeing) && tellsOfAnInjury(facts)
                ? Optional.of(
                        "the claim number is this case's, but neither day nor place of the injury on the report agrees with it: an old number may stand on a new injury")
                : Optional.empty();
    }

    /**
     * Day or place of the injury. The clinic's name is none: a clinic that has kept an old number has its own name on the new paper too; it only confirms a place that agrees roughly.
     */
    private static boolean confirmed(ScoredCase target, Set<Proof.Injury> agreeing) {
        return agreeing.contains(Proof.Injury.DATE)
                || target.verySamePlace()
                || agreeing.containsAll(PLACE_AND_PROVIDER);
    }

    /** A laboratory's result tells of no injury: there the claim number is all that can be asked for. */
    private static boolean tellsOfAnInjury(ReportFacts facts) {
        return !facts.injuryDates().isEmpty()
                || !facts.bodyParts().isEmpty()
                || facts.diagnoses().stream().anyMatch(Region::ofAnInjury);
    }
}
