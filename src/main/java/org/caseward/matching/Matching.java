package org.caseward.matching;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.models.Models;
import org.caseward.matching.scoring.KnownPerson;
import org.caseward.matching.scoring.Model;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.matching.watch.QualityWatch;
import org.caseward.normalisation.NormalisedReport;
import org.caseward.report.OutageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * Finds the cases that a report may belong to and lets every gate say whether a machine may file it. Never looks outside the programs of the report's connection.
 */
@Component("matching")
public class Matching {
    private final CandidateSearch search;
    private final SpelledAlike alike;
    private final NameFrequencies frequencies;
    private final Models models;
    private final QualityWatch watch;

    Matching(
            CandidateSearch search,
            SpelledAlike alike,
            NameFrequencies frequencies,
            Models models,
            QualityWatch watch) {
        this.search = search;
        this.alike = alike;
        this.frequencies = frequencies;
        this.models = models;
        this.watch = watch;
    }

    /**
     * @throws OutageException where the mirror of cases can't be reached. A query that this one report breaks is no outage: it goes up as it is, and holds back only this report
     */
    public MatchedReport match(NormalisedReport report) {
        try {
            return new MatchedReport(report, watched(judge(report, models.active())));
        } catch (NonTransientDataAccessResourceException
                | TransientDataAccessResourceException
                | RecoverableDataAccessException e) {
            throw new OutageException("The mirror of cases could not be asked for candidates", e);
        }
    }

    /** What this model makes of the report with the cases of now, whatever is active and whatever is stopped. Not called {@code match}: a route finds that by its name. */
    public MatchResult judge(NormalisedReport report, Model model) {
        ReportFacts facts = ReportFacts.of(report.fields());
        CandidateSearch.Found found =
                search.find(report.extracted().received().programs(), MatchKeys.kinds(facts.identity()));
        if (found.cases().isEmpty() && found.skipped().isEmpty()) {
            return judgeAlike(report, facts, model);
        }
        List<KnownPerson> people = KnownPerson.group(found.cases());
        return new Matcher(model, frequencies)
                .judge(report, facts, people, found.skipped())
                .result();
    }

    /** Nobody shares a key: who is spelled alike is shown, and can't be filed on. */
    private MatchResult judgeAlike(NormalisedReport report, ReportFacts facts, Model model) {
        List<KnownPerson> people =
                KnownPerson.group(alike.find(report.extracted().received().programs(), facts));
        return new Matcher(model, frequencies)
                .judge(report, facts, people, people.isEmpty() ? Set.of() : Set.of(MatchKeys.Kind.SPELLED_ALIKE))
                .result();
    }

    /** No report's own matter, but the program's: whether its filings of late deserve trust. */
    private MatchResult watched(MatchResult result) {
        Optional<String> objection = watch.objection(result.program());
        return result.asked(new MatchResult.Gate(QualityWatch.GATE, objection.isEmpty(), objection.orElse("passed")));
    }
}
