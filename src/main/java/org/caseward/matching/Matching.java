package org.caseward.matching;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.MatchResult.Candidate;
import org.caseward.matching.MatchResult.CaseMatch;
import org.caseward.matching.MatchResult.Decision;
import org.caseward.matching.MatchResult.Gate;
import org.caseward.matching.gates.FilingGate;
import org.caseward.matching.gates.Placement;
import org.caseward.matching.scoring.Model;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.matching.scoring.ScoredCase;
import org.caseward.matching.watch.QualityWatch;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.OutageException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finds the cases that a report may belong to and lets every gate say whether a machine may file it. Never looks outside the programs of the report's connection.
 */
@Component("matching")
public class Matching {
    private static final int MOST_CANDIDATES = 5;

    private final CandidateSearch search;
    private final NameFrequencies frequencies;
    private final QualityWatch watch;
    private final Model model = Model.CURRENT;

    Matching(CandidateSearch search, NameFrequencies frequencies, QualityWatch watch) {
        this.watch = watch;
        this.search = search;
        this.frequencies = frequencies;
    }

    /** @throws OutageException where the mirror of cases can't be asked */
    public MatchedReport match(NormalisedReport report) {
        try {
            return new MatchedReport(report, watched(result(place(report))));
        } catch (DataAccessException e) {
            throw new OutageException("The mirror of cases could not be asked for candidates", e);
        }
    }

    /** No report's own matter, but the program's: whether its filings of late deserve trust. */
    private MatchResult watched(MatchResult result) {
        Optional<String> objection = watch.objection(result.program());
        return result.asked(new Gate(QualityWatch.GATE, objection.isEmpty(), objection.orElse("passed")));
    }

    private Placement place(NormalisedReport report) {
        ReportFacts facts = ReportFacts.of(report.fields());
        CandidateSearch.Found found =
                search.find(report.extracted().received().programs(), MatchKeys.of(facts.identity()));
        List<ScoredCase> scored =
                found.cases().stream().map(file -> score(facts, file)).toList();
        return Placement.of(report, facts, scored, found.skippedKeys() == 0);
    }

    private ScoredCase score(ReportFacts facts, CaseFile file) {
        double share = frequencies.share(file.program(), file.person().family());
        return ScoredCase.of(facts, file, share, model);
    }

    private MatchResult result(Placement placement) {
        List<Gate> gates =
                FilingGate.ALL.stream().map(gate -> ask(gate, placement)).toList();
        Decision decision = decide(placement, gates);
        return new MatchResult(
                decision,
                placement.program(),
                cases(placement, decision),
                placement
                        .candidates()
                        .limit(MOST_CANDIDATES)
                        .map(Matching::candidate)
                        .toList(),
                gates,
                model.version());
    }

    private static Gate ask(FilingGate gate, Placement placement) {
        Optional<String> objection = gate.objection(placement);
        return new Gate(gate.name(), objection.isEmpty(), objection.orElse("passed"));
    }

    private static Decision decide(Placement placement, List<Gate> gates) {
        if (placement.targets().isEmpty()) {
            return Decision.NO_CASE;
        }
        return gates.stream().allMatch(Gate::passed) ? Decision.AUTO : Decision.REVIEW;
    }

    /** The cases named on the report, and the best one; each with the decision of the whole, since one doubt holds them all. */
    private static List<CaseMatch> cases(Placement placement, Decision decision) {
        return Stream.concat(
                        placement.candidates().filter(placement.targets()::contains),
                        placement.candidates().limit(1))
                .map(c -> c.file().caseNumber())
                .distinct()
                .map(number -> new CaseMatch(number, decision))
                .toList();
    }

    private static Candidate candidate(ScoredCase scored) {
        return new Candidate(
                scored.file().program(),
                scored.file().caseNumber(),
                Math.round(scored.score() * 10) / 10.0,
                scored.agree(),
                scored.disagree());
    }
}
