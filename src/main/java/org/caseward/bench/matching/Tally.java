package org.caseward.bench.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caseward.bench.matching.Agency.Look;
import org.caseward.bench.population.Sent;
import org.caseward.bench.population.Truth;
import org.caseward.matching.Judgement;
import org.caseward.matching.MatchResult.CaseMatch;
import org.caseward.matching.MatchResult.Decision;

/** Counts what the matcher did with reports whose truth is known here. One for each thread, put together at the end. */
final class Tally {
    private static final int SHOWN = 40;

    long reports;
    long filed;
    long review;
    long noCase;
    long wrong;
    long wrongPerson;
    long known;
    long found;
    long candidates;
    final Calibration calibration = new Calibration();
    /** By what it was and what became of it. */
    final Map<String, Long> kinds = new TreeMap<>();
    /** Reviews of a report whose best case was the right one, by the gates that objected. */
    final Map<String, Long> wasted = new TreeMap<>();

    final Map<String, Long> wrongKinds = new TreeMap<>();
    /** The reports' numbers, to make them again. */
    final List<Long> wrongReports = new ArrayList<>();

    void add(long number, Sent sent, Look look) {
        Truth truth = sent.truth();
        Judgement judgement = look.judgement();
        reports++;
        candidates += look.people().size();
        kinds.merge(truth.kind() + " " + judgement.decision(), 1L, Long::sum);
        if (truth.known()) {
            known++;
            found += look.found(truth.personId()) ? 1 : 0;
        }
        boolean right = right(truth, judgement.cases());
        calibration.add(judgement.posterior(), right);
        switch (judgement.decision()) {
            case AUTO -> filed(number, look, truth, right);
            case REVIEW -> review(judgement, right);
            case NO_CASE -> noCase++;
        }
    }

    private void filed(long number, Look look, Truth truth, boolean right) {
        filed++;
        if (!right) {
            wrong++;
            wrongPerson += ofTheRightPerson(look, truth) ? 0 : 1;
            wrongKinds.merge(truth.words(), 1L, Long::sum);
            if (wrongReports.size() < SHOWN) {
                wrongReports.add(number);
            }
        }
    }

    private void review(Judgement judgement, boolean right) {
        review++;
        if (right) {
            wasted.merge(String.join("+", judgement.objections()), 1L, Long::sum);
        }
    }

    private static boolean right(Truth truth, List<CaseMatch> cases) {
        return !cases.isEmpty()
                && new HashSet<>(truth.caseNumbers())
                        .equals(new HashSet<>(
                                cases.stream().map(CaseMatch::caseNumber).toList()));
    }

    private static boolean ofTheRightPerson(Look look, Truth truth) {
        List<String> filedOn =
                look.judgement().cases().stream().map(CaseMatch::caseNumber).toList();
        return look.people().stream()
                .filter(p -> p.cases().stream()
                        .anyMatch(c -> filedOn.contains(c.file().caseNumber())))
                .allMatch(p -> p.person().id().equals(truth.personId()));
    }

    static Tally join(Collection<Tally> tallies) {
        Tally all = new Tally();
        tallies.forEach(all::take);
        return all;
    }

    private void take(Tally other) {
        reports += other.reports;
        filed += other.filed;
        review += other.review;
        noCase += other.noCase;
        wrong += other.wrong;
        wrongPerson += other.wrongPerson;
        known += other.known;
        found += other.found;
        candidates += other.candidates;
        calibration.take(other.calibration);
        other.kinds.forEach((kind, n) -> kinds.merge(kind, n, Long::sum));
        other.wasted.forEach((gate, n) -> wasted.merge(gate, n, Long::sum));
        other.wrongKinds.forEach((kind, n) -> wrongKinds.merge(kind, n, Long::sum));
        wrongReports.addAll(other.wrongReports);
    }

    long decided(Decision decision) {
        return switch (decision) {
            case AUTO -> filed;
            case REVIEW -> review;
            case NO_CASE -> noCase;
        };
    }

    double share(long part) {
        return reports == 0 ? 0 : (double) part / reports;
    }
}
