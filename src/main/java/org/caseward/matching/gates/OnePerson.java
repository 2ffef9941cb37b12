package org.caseward.matching.gates;

import java.util.List;
import java.util.Optional;
import org.caseward.casefile.Names;
import org.caseward.casefile.Nicknames;
import org.caseward.casefile.Person;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.matching.scoring.ScoredCase;

/** A report that speaks of two people, two papers in one fax for instance, is no single person's. */
final class OnePerson implements FilingGate {
    @Override
    public String name() {
        return "one-person";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return twoValues(placement.facts())
                .or(() -> twoNumberHolders(placement))
                .or(() -> placement.anyTarget(target -> twoNames(placement.facts(), target)));
    }

    private static Optional<String> twoValues(ReportFacts facts) {
        if (facts.birthDates().size() > 1) {
            return Optional.of("the report carries two different birth dates");
        }
        if (facts.ssnLast4s().size() > 1) {
            return Optional.of("the report carries two different SSN endings");
        }
        return facts.sexes().size() > 1 || facts.suffixes().size() > 1
                ? Optional.of("the report carries two different sexes or suffixes")
                : Optional.empty();
    }

    private static Optional<String> twoNumberHolders(Placement placement) {
        List<ScoredCase> bearers = placement.facts().numbers().stream()
                .flatMap(number -> placement.bearing(number).stream())
                .toList();
        return bearers.stream().allMatch(bearer -> bearer.samePerson(bearers.getFirst()))
                ? Optional.empty()
                : Optional.of("the report carries claim numbers of different people");
    }

    /** Every name on the report must be a name of this person, not only the best of them. */
    private static Optional<String> twoNames(ReportFacts facts, ScoredCase target) {
        Person person = target.file().person();
        boolean families =
                facts.families().size() < 2 || facts.families().stream().allMatch(name -> familyOf(person, name));
        boolean givens = facts.givens().size() < 2
                || facts.givens().stream()
                        .allMatch(name -> Nicknames.same(Names.firstGiven(name), Names.firstGiven(person.given())));
        return families && givens ? Optional.empty() : Optional.of("the report carries names of different people");
    }

    private static boolean familyOf(Person person, String name) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(person.family()), person.formerFamily().stream())
                .anyMatch(known -> !java.util.Collections.disjoint(Names.familyForms(known), Names.familyForms(name)));
    }
}
