package org.caseward.bench.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.caseward.bench.population.Truth.Kind;
import org.caseward.casefile.CaseFile;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final Population PEOPLE = Population.of(7, 5_000, Mix.HAZARDS);

    @Test
    void theSameSeedMakesTheSamePeopleAndReportsInAnyOrder() {
        Population again = Population.of(7, 5_000, Mix.HAZARDS);
        List<Integer> backwards =
                IntStream.range(0, 50).map(i -> 49 - i).boxed().toList();
        assertThat(backwards.stream().map(PEOPLE::casesOf).toList())
                .isEqualTo(backwards.stream().map(again::casesOf).toList());
        assertThat(mail(again, 3).at(17).truth())
                .isEqualTo(mail(PEOPLE, 3).at(17).truth());
        assertThat(mail(again, 3).at(17).report().fields())
                .isEqualTo(mail(PEOPLE, 3).at(17).report().fields());
        assertThat(mail(again, 4).at(17).report().fields())
                .isNotEqualTo(mail(PEOPLE, 3).at(17).report().fields());
    }

    @Test
    void everybodyHasCasesOfTheirOwnAndNoNumberIsGivenTwice() {
        Set<String> numbers = new HashSet<>();
        Set<String> people = new HashSet<>();
        int cases = 0;
        for (int person = 0; person < PEOPLE.people(); person++) {
            List<CaseFile> files = PEOPLE.casesOf(person);
            assertThat(files).isNotEmpty();
            assertThat(people.add(files.getFirst().person().id())).isTrue();
            for (CaseFile file : files) {
                assertThat(file.person().id())
                        .isEqualTo(files.getFirst().person().id());
                file.numbers().forEach(n -> assertThat(numbers.add(n)).as(n).isTrue());
                cases++;
            }
        }
        assertThat(cases).isEqualTo(PEOPLE.cases()).isGreaterThanOrEqualTo(5_000);
    }

    @Test
    void theTruthNamesCasesThatAreOnFileAndNoneForStrangers() {
        Map<String, CaseFile> onFile = new HashMap<>();
        IntStream.range(0, PEOPLE.people()).forEach(p -> PEOPLE.casesOf(p).forEach(c -> onFile.put(c.caseNumber(), c)));
        Map<Kind, Integer> kinds = new HashMap<>();
        LongStream.range(0, 4_000)
                .mapToObj(mail(PEOPLE, 3)::at)
                .map(Sent::truth)
                .forEach(truth -> {
                    kinds.merge(truth.kind(), 1, Integer::sum);
                    truth.caseNumbers()
                            .forEach(n -> assertThat(onFile.get(n)).isNotNull().satisfies(file -> {
                                assertThat(file.person().id()).isEqualTo(truth.personId());
                                assertThat(file.accepting()).isEqualTo(truth.kind() == Kind.OPEN_CASE);
                            }));
                    assertThat(truth.caseNumbers().isEmpty())
                            .isEqualTo(truth.kind() != Kind.OPEN_CASE && truth.kind() != Kind.CLOSED_CASE);
                });
        assertThat(kinds).hasSize(Kind.values().length);
    }

    @Test
    void withoutPublicSamplesTheBuiltInWordsServe() {
        Population own = Population.of(7, 1_000, Mix.ORDINARY, BuiltIn.words());
        assertThat(own.source()).contains("built-in");
        assertThat(new Mail(own, Mix.ORDINARY, 1, BuiltIn.words())
                        .at(5)
                        .report()
                        .fields()
                        .values())
                .isNotEmpty();
        assertThat(IntStream.range(0, own.people())
                        .mapToObj(p -> own.casesOf(p).getFirst().person().family())
                        .distinct()
                        .count())
                .isGreaterThan(350);
    }

    private static Mail mail(Population population, long seed) {
        return new Mail(population, Mix.HAZARDS, seed);
    }
}
