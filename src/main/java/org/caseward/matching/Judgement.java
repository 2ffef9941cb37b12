package org.caseward.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.matching.MatchResult.Candidate;
import org.caseward.matching.MatchResult.CaseMatch;
import org.caseward.matching.MatchResult.Decision;
import org.caseward.matching.MatchResult.Gate;
import org.caseward.matching.gates.FilingGate;
import org.caseward.matching.gates.Placement;
import org.caseward.matching.scoring.Model;
import org.caseward.matching.scoring.Outcome;
import org.caseward.matching.scoring.ScoredCase;

/** What was found about a report and whether a machine may file it. Words are made only when somebody asks for them. */
public final class Judgement {
    private static final int MOST_CANDIDATES = 5;

    private final Placement placement;
    private final List<Asked> asked;
    private final Model model;
    private final Decision decision;

    /** A gate and what it has against filing. */
    record Asked(FilingGate gate, Optional<String> objection) {}

    Judgement(Placement placement, List<Asked> asked, Model model) {
        this.placement = placement;
        this.asked = asked;
        this.model = model;
        this.decision = decide();
    }

    static List<Asked> ask(Placement placement, List<FilingGate> gates) {
        List<Asked> asked = new ArrayList<>(gates.size());
        for (FilingGate gate : gates) {
            asked.add(new Asked(gate, gate.objection(placement)));
        }
        return asked;
    }

    private Decision decide() {
        if (placement.targets().isEmpty()) {
            return Decision.NO_CASE;
        }
        for (Asked gate : asked) {
            if (gate.objection().isPresent()) {
                return Decision.REVIEW;
            }
        }
        return Decision.AUTO;
    }

    public Decision decision() {
        return decision;
    }

    /** The probability that the report belongs to the cases it would be filed on; 0 where there is none. */
    public double posterior() {
        return placement.posterior().of(placement.targets());
    }

    public Outcome outcome() {
        return placement.posterior().outcome();
    }

    /** The names of the gates that object. */
    public List<String> objections() {
        return asked.stream()
                .filter(a -> a.objection().isPresent())
                .map(a -> a.gate().name())
                .toList();
    }

    /** The cases named on the report, and the best one; each with the decision of the whole, since one doubt holds them all. */
    public List<CaseMatch> cases() {
        return Stream.concat(
                        placement.candidates().filter(placement.targets()::contains),
                        placement.candidates().limit(1))
                .map(c -> c.file().caseNumber())
                .distinct()
                .map(number -> new CaseMatch(number, decision))
                .toList();
    }

    /** All of it, in words. */
    public MatchResult result() {
        return new MatchResult(
                decision,
                placement.program(),
                cases(),
                placement
                        .candidates()
                        .limit(MOST_CANDIDATES)
                        .map(this::candidate)
                        .toList(),
                asked.stream()
                        .map(a -> new Gate(
                                a.gate().name(),
                                a.objection().isEmpty(),
                                a.objection().orElse("passed")))
                        .toList(),
                model.version(),
                outcome(),
                Rounded.probability(posterior()));
    }

    private Candidate candidate(ScoredCase scored) {
        return new Candidate(
                scored.file().program(),
                scored.file().caseNumber(),
                Rounded.tenth(scored.score()),
                scored.agree(),
                scored.disagree(),
                Rounded.probability(placement.posterior().of(List.of(scored))),
                Waterfall.of(scored, placement.posterior()));
    }

    @Override
    public String toString() {
        return "Judgement[" + decision + "]";
    }
}
