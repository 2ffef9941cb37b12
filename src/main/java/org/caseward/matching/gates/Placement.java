package org.caseward.matching.gates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.scoring.Level;
import org.caseward.matching.scoring.Posterior;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.scoring.ScoredPerson;
import org.caseward.matching.scoring.Trait;
import org.caseward.normalisation.NormalisedReport;

/**
 * A report and where it may belong: all that gates look at.
 *
 * @param found every case of everybody who was found, best first
 * @param targets the cases that it would be filed on: those whose number it gives exactly, or else the best candidate; empty where there is none
 * @param program the program that claims the report
 * @param skipped of what kind the search keys were that so many people share that they were left out
 * @param posterior how probable each of the found cases is
 */
public record Placement(
        NormalisedReport report,
        ReportFacts facts,
        List<ScoredCase> found,
        List<ScoredCase> targets,
        Optional<String> program,
        Set<MatchKeys.Kind> skipped,
        Posterior posterior) {
    /** In bits: what scores less is not shown, unless its number stands on the report. */
    private static final double WORTH_A_LOOK = 6;
    /** In bits: with less than this, or with another program this near, a report of several programs goes to triage. */
    private static final double CLAIM = 10;

    private static final double CLAIM_AHEAD = 3;

    public Placement {
        found = List.copyOf(found);
        targets = List.copyOf(targets);
        skipped = Set.copyOf(skipped);
    }

    public static Placement of(
            NormalisedReport report,
            ReportFacts facts,
            List<ScoredPerson> people,
            Set<MatchKeys.Kind> skipped,
            Posterior posterior) {
        List<ScoredCase> found = new ArrayList<>(people.size() + 2);
        people.forEach(person -> found.addAll(person.cases()));
        found.sort(ScoredCase.BEST_FIRST);
        List<ScoredCase> named = found.stream().filter(Placement::named).toList();
        List<ScoredCase> best =
                found.stream().filter(Placement::worthALook).limit(1).toList();
        Optional<String> program = program(report.extracted().received().programs(), found);
        return new Placement(report, facts, found, named.isEmpty() ? best : named, program, skipped, posterior);
    }

    /** The cases to show, best first: those of the program that claims the report, since who may see that may not see another's. */
    public Stream<ScoredCase> candidates() {
        return found.stream()
                .filter(Placement::worthALook)
                .filter(c -> program.map(c.file().program()::equals).orElse(true));
    }

    /** The first target's objection; having no target is one itself. */
    Optional<String> anyTarget(Function<ScoredCase, Optional<String>> objection) {
        return targets.isEmpty()
                ? Optional.of("no case was found to compare with")
                : targets.stream().flatMap(t -> objection.apply(t).stream()).findFirst();
    }

    /** The cases that bear this very number. */
    List<ScoredCase> bearing(String number) {
        return found.stream().filter(c -> c.facts().numbers().contains(number)).toList();
    }

    private static boolean worthALook(ScoredCase scored) {
        return scored.score() >= WORTH_A_LOOK || named(scored);
    }

    private static boolean named(ScoredCase scored) {
        return scored.level(Trait.NUMBER) == Level.EXACT;
    }

    private static Optional<String> program(List<String> programs, List<ScoredCase> found) {
        if (programs.size() == 1) {
            return Optional.of(programs.getFirst());
        }
        return found.stream()
                .findFirst()
                .filter(best -> best.score() >= CLAIM)
                .filter(best -> found.stream()
                        .filter(c -> !c.file().program().equals(best.file().program()))
                        .noneMatch(c -> c.score() > best.score() - CLAIM_AHEAD))
                .map(best -> best.file().program());
    }

    @Override
    public String toString() {
        return "Placement[" + report + "]";
    }
}
