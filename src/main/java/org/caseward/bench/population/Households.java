package org.caseward.bench.population;

import static org.caseward.bench.population.Draws.chance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.caseward.bench.population.Household.Kind;
import org.caseward.bench.population.Household.Member;
import org.caseward.casefile.CaseFile;
import org.caseward.casefile.CaseProvider;

/** Makes a household by its number: always the same one, so none has to be kept. */
final class Households {
    static final String PROGRAM = "wc-bench";
    private static final LocalDate FIRST_INJURY = LocalDate.of(2019, 1, 1);
    /** To the autumn of 2026. */
    private static final int INJURY_DAYS = 2_850;

    private final long seed;
    private final Mix mix;
    private final Town town;
    private final People people;
    private final FilingClerk clerk;

    Households(long seed, Mix mix, Vocabulary words) {
        this.seed = seed;
        this.mix = mix;
        this.town = new Town(words);
        this.people = new People(words, town);
        this.clerk = new FilingClerk(mix.rough());
    }

    Kind kind(int household) {
        int at = Draws.of(seed ^ 0x51D, household).nextInt(1_000);
        int[] shares = {mix.couples(), mix.relatives(), mix.twins(), mix.generations(), mix.namesakes(), mix.twice()};
        for (int i = 0; i < shares.length; i++) {
            at -= shares[i];
            if (at < 0) {
                return Kind.values()[i + 1];
            }
        }
        return Kind.SINGLE;
    }

    /** Most people have one case. */
    int cases(int household, int member) {
        int at = Draws.of(seed ^ 0xCA5E, household * 4L + member).nextInt(100);
        return at < 78 ? 1 : at < 93 ? 2 : at < 98 ? 3 : 4;
    }

    /** @param firstCase the running number of the household's first case */
    Household at(int household, int firstCase) {
        RandomGenerator random = Draws.of(seed, household);
        Kind kind = kind(household);
        Individual first = kind == Kind.GENERATIONS ? people.man(random) : people.anybody(random);
        List<Member> members = new ArrayList<>(2);
        int number = firstCase;
        for (int m = 0; m < kind.size; m++) {
            Individual who = m == 0 ? first : second(kind, first, random);
            members.add(member("P" + household + "-" + m, who, number, cases(household, m), random));
            number += cases(household, m);
        }
        return new Household(members);
    }

    private Individual second(Kind kind, Individual first, RandomGenerator random) {
        return switch (kind) {
            case COUPLE -> people.spouse(first, random);
            case RELATIVES -> people.relative(first, random);
            case TWINS -> people.twin(first, random);
            case GENERATIONS -> people.son(first, random);
            case NAMESAKES -> people.namesake(first, random);
            case SINGLE, TWICE -> first;
        };
    }

    private Member member(String id, Individual who, int firstCase, int cases, RandomGenerator random) {
        var filed = clerk.file(id, who, random);
        List<CaseFile> files = new ArrayList<>(cases);
        List<Injury> injuries = new ArrayList<>(cases);
        for (int i = 0; i < cases; i++) {
            Injury injury = injury(random);
            injuries.add(injury);
            files.add(caseFile(firstCase + i, who, filed, injury, random));
        }
        return new Member(who, filed, files, injuries);
    }

    Injury injury(RandomGenerator random) {
        return Injury.any(FIRST_INJURY.plusDays(random.nextInt(INJURY_DAYS)), random);
    }

    private CaseFile caseFile(
            int number, Individual who, org.caseward.casefile.Person filed, Injury injury, RandomGenerator random) {
        int employer = chance(random, 0.85) ? who.employer() : town.employer(random);
        LocalDate opened = injury.date().plusDays(1 + random.nextInt(20));
        // the older, the likelier it is closed
        double age = (double) (INJURY_DAYS - (injury.date().toEpochDay() - FIRST_INJURY.toEpochDay())) / INJURY_DAYS;
        boolean closed = chance(random, 0.1 + 0.6 * age);
        return new CaseFile(
                PROGRAM,
                CaseNumbers.caseNumber(number, opened),
                CaseNumbers.claimNumbers(number, random),
                closed ? "closed" : chance(random, 0.03) ? "reopened" : "open",
                opened,
                closed ? opened.plusDays(60 + random.nextInt(300)) : null,
                chance(random, 0.01) ? Faults.date(injury.date(), random) : injury.date(),
                chance(random, 0.95) ? List.of(injury.bodyPart()) : List.of(),
                chance(random, 0.85) ? List.of(injury.diagnosis()) : List.of(),
                town.employerName(employer),
                town.unit(employer, random),
                null,
                filed,
                providers(random));
    }

    private List<CaseProvider> providers(RandomGenerator random) {
        CaseProvider one = town.clinic(Town.anyClinic(random));
        return chance(random, 0.4) ? List.of(one, town.clinic(Town.anyClinic(random))) : List.of(one);
    }

    People people() {
        return people;
    }

    Town town() {
        return town;
    }
}
