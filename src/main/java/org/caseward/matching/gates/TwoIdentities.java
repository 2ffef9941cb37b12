package org.caseward.matching.gates;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.Trait;

/** A name and one thing more are too little: two independent groups must point to the same person beyond the name. */
final class TwoIdentities implements FilingGate {
    private static final Set<Proof.Identity> BARELY = EnumSet.of(Proof.Identity.BIRTH_DATE, Proof.Identity.CASE);
    private static final List<Trait> OTHERS = List.of(Trait.MIDDLE, Trait.PHONE, Trait.ADDRESS, Trait.EMPLOYER);

    @Override
    public String name() {
        return "two-identities";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.anyTarget(TwoIdentities::objection);
    }

    private static Optional<String> objection(ScoredCase target) {
        Set<Proof.Identity> groups = Proof.identity(target);
        if (!Proof.identified(groups)) {
            return Optional.of(
                    "beyond the name, fewer than two of these agree: birth date, SSN last four, employee number, claim number or injury, phone or address");
        }
        return groups.equals(BARELY) && target.level(Trait.INJURY_DATE) != Level.EXACT
                ? namesake(target)
                : Optional.empty();
    }

    /** Somebody of this name and birth date whose paper bears this case's number by mistake, from a list of patients perhaps, has other things that are not this person's. */
    private static Optional<String> namesake(ScoredCase target) {
        if (OTHERS.stream().anyMatch(trait -> target.level(trait) == Level.DIFFERENT)) {
            return Optional.of(
                    "only birth date and claim number agree, and middle name, phone, address or employer is another: it may be a namesake");
        }
        boolean samePart = target.verySamePlace() && target.level(Trait.DIAGNOSIS) != Level.DIFFERENT;
        return samePart || target.level(Trait.PROVIDER) != Level.DIFFERENT
                ? Optional.empty()
                : Optional.of(
                        "only birth date and claim number agree, and the provider is another without the place of the injury being this one: it may be a namesake");
    }
}
