package org.caseward.bench.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.caseward.bench.Progress;
import org.caseward.bench.population.Population;
import org.caseward.casefile.MatchKeys;
import org.caseward.matching.Judgement;
import org.caseward.matching.Matcher;
import org.caseward.matching.scoring.Frequencies;
import org.caseward.matching.scoring.KnownPerson;
import org.caseward.matching.scoring.Model;
import org.caseward.matching.scoring.ReportFacts;
import org.caseward.normalisation.NormalisedReport;
import org.jspecify.annotations.Nullable;

/** A hub's matching in memory: the product's matcher over a population, with the search keys of all of it. */
final class Agency {
    /** People are kept ready up to this number, and beyond it made anew for each look: a ready one takes some 2 kB. */
    private static final int KEPT = 150_000;

    private final Population population;
    private final KeyIndex index;
    private final Matcher matcher;
    private final AtomicReferenceArray<@Nullable KnownPerson> ready;

    private Agency(Population population, KeyIndex index, Matcher matcher) {
        this.population = population;
        this.index = index;
        this.matcher = matcher;
        this.ready = new AtomicReferenceArray<>(population.people() <= KEPT ? population.people() : 0);
    }

    static Agency open(Population population, Progress progress) throws InterruptedException {
        progress.step("search keys", population.people());
        List<KeyIndex.Maker> makers = Shifts.run(
                0,
                population.people(),
                progress,
                i -> new KeyIndex.Maker(population.people()),
                maker -> person -> maker.add(
                        (int) person,
                        KnownPerson.of(population.casesOf((int) person)).keys()));
        Frequencies.Counts names = Frequencies.Counts.of(IntStream.range(0, population.people())
                .mapToObj(person -> population.casesOf(person).getFirst().person()));
        Frequencies frequencies = Frequencies.of(Map.of(population.program(), names));
        return new Agency(population, KeyIndex.Maker.join(makers), new Matcher(Model.CURRENT, frequencies));
    }

    /** Who was found for a report, and what the matcher made of it. */
    record Look(List<KnownPerson> people, Judgement judgement) {
        boolean found(String personId) {
            return people.stream().anyMatch(p -> p.person().id().equals(personId));
        }
    }

    Look look(NormalisedReport report) {
        ReportFacts facts = ReportFacts.of(report.fields());
        KeyIndex.Found found = index.find(MatchKeys.kinds(facts.identity()));
        List<KnownPerson> people = new ArrayList<>(found.people().length);
        for (int person : found.people()) {
            people.add(person(person));
        }
        return new Look(people, matcher.judge(report, facts, people, found.skipped()));
    }

    KnownPerson person(int number) {
        if (number >= ready.length()) {
            return KnownPerson.of(population.casesOf(number));
        }
        KnownPerson known = ready.get(number);
        if (known == null) {
            known = KnownPerson.of(population.casesOf(number));
            ready.set(number, known);
        }
        return known;
    }

    Population population() {
        return population;
    }

    double keysPerPerson() {
        return (double) index.size() / population.people();
    }

    String modelVersion() {
        return matcher.model().version();
    }
}
