package org.caseward.bench.population;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.caseward.bench.population.Household.Member;
import org.caseward.bench.population.Truth.Kind;
import org.caseward.casefile.CaseFile;
import org.caseward.report.FieldNames;

/** The reports on a population, each made by its number whenever it is asked for; nothing is kept. May be asked by many threads. */
public final class Mail {
    private static final int MOST_TRIES = 12;
    /** A patient's memory of the day is off by so much. */
    private static final int SAME_DAYS = 3;

    private final Population population;
    private final Mix mix;
    private final long seed;
    private final Vocabulary words;

    public Mail(Population population, Mix mix, long seed) {
        this(population, mix, seed, population.words());
    }

    Mail(Population population, Mix mix, long seed, Vocabulary words) {
        this.population = population;
        this.mix = mix;
        this.seed = seed ^ 0x4D41_494CL;
        this.words = words;
    }

    public Sent at(long number) {
        RandomGenerator random = Draws.of(seed, number);
        int at = random.nextInt(1_000);
        if (at < mix.strangers()) {
            return stranger(random);
        }
        if (at < mix.strangers() + mix.newInjury()) {
            return newInjury(random);
        }
        return onCase(at < mix.strangers() + mix.newInjury() + mix.closed(), random);
    }

    private Sent onCase(boolean closed, RandomGenerator random) {
        for (int i = 0; i < MOST_TRIES; i++) {
            int household = random.nextInt(population.households());
            Household all = population.make(household);
            Member member = all.members().get(random.nextInt(all.members().size()));
            Optional<Integer> which = IntStream.range(0, member.cases().size())
                    .filter(c -> member.cases().get(c).accepting() != closed)
                    .boxed()
                    .findFirst();
            if (which.isPresent()) {
                return onCase(household, all, member, which.get(), random);
            }
        }
        return stranger(random);
    }

    private Sent onCase(int household, Household all, Member member, int which, RandomGenerator random) {
        CaseFile file = member.cases().get(which);
        Paper paper = paper(random);
        new Patient(paper, town(), random).write(member.individual());
        Truth.Number number = new NumberOnPaper(paper, population, mix, random).write(all, member, file);
        Visit visit = new Visit(paper, town(), random);
        visit.injury(member.injuries().get(which));
        visit.provider(file.providers());
        visit.employer(member.individual().employer());
        Kind kind = file.accepting() ? Kind.OPEN_CASE : Kind.CLOSED_CASE;
        return sent(
                paper, new Truth(kind, kind(household), number, member.filed().id(), List.of(file.caseNumber())));
    }

    private Sent newInjury(RandomGenerator random) {
        int household = random.nextInt(population.households());
        Household all = population.make(household);
        Member member = all.members().get(random.nextInt(all.members().size()));
        CaseFile old = member.cases().get(random.nextInt(member.cases().size()));
        Paper paper = paper(random);
        new Patient(paper, town(), random).write(member.individual());
        Truth.Number number = new NumberOnPaper(paper, population, mix, random).writeForNewInjury(old);
        Visit visit = new Visit(paper, town(), random);
        Injury injury = fresh(member, number == Truth.Number.OTHER_OWN_CASE, random);
        visit.injury(injury);
        if (number == Truth.Number.OTHER_OWN_CASE && !paper.tellsTheInjury()) {
            // a paper with an old number and not a word about the new injury is a paper on the old case
            paper.put(FieldNames.INJURY_DATE, injury.date());
        }
        visit.provider(random.nextBoolean() ? old.providers() : List.of());
        visit.employer(member.individual().employer());
        return sent(
                paper,
                new Truth(
                        Kind.NEW_INJURY, kind(household), number, member.filed().id(), List.of()));
    }

    /**
     * Never of the day of a known one, since nobody could then tell them apart.
     *
     * @param elsewhere of another part of the body than all known ones: the number is an old case's, and only this tells
     */
    private Injury fresh(Member member, boolean elsewhere, RandomGenerator random) {
        Injury injury = recent(random);
        for (int i = 0; i < MOST_TRIES && (sameDay(member, injury) || (elsewhere && same(member, injury))); i++) {
            injury = recent(random);
        }
        return injury;
    }

    private static boolean sameDay(Member member, Injury injury) {
        return member.injuries().stream()
                .anyMatch(
                        old -> Math.abs(old.date().toEpochDay() - injury.date().toEpochDay()) <= SAME_DAYS);
    }

    private static boolean same(Member member, Injury injury) {
        return member.injuries().stream().anyMatch(old -> old.part() == injury.part());
    }

    private static Injury recent(RandomGenerator random) {
        return Injury.any(LocalDate.of(2026, 11, 1).minusDays(random.nextInt(200)), random);
    }

    private Sent stranger(RandomGenerator random) {
        int at = random.nextInt(1_000);
        int household = random.nextInt(population.households());
        Member member = population.make(household).members().getFirst();
        People people = population.makers().people();
        Kind kind = at < mix.strangersRelated()
                ? Kind.RELATIVE_STRANGER
                : at < mix.strangersRelated() + mix.strangersNamesakes() ? Kind.NAMESAKE_STRANGER : Kind.STRANGER;
        Individual who = switch (kind) {
            case RELATIVE_STRANGER -> relative(member.individual(), people, random);
            case NAMESAKE_STRANGER -> people.namesake(member.individual(), random);
            default -> people.anybody(random);
        };
        Paper paper = paper(random);
        new Patient(paper, town(), random).write(who);
        Truth.Number number = new NumberOnPaper(paper, population, mix, random)
                .writeForStranger(
                        kind == Kind.STRANGER
                                ? Optional.empty()
                                : Optional.of(member.cases().getFirst()));
        Visit visit = new Visit(paper, town(), random);
        visit.injury(recent(random));
        visit.provider(List.of());
        visit.employer(who.employer());
        return sent(paper, new Truth(kind, kind(household), number, "", List.of()));
    }

    private static Individual relative(Individual of, People people, RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> people.twin(of, random);
            case 2, 3 -> people.son(of, random);
            case 4, 5, 6 -> people.spouse(of, random);
            default -> people.relative(of, random);
        };
    }

    private Paper paper(RandomGenerator random) {
        int at = random.nextInt(100);
        Way way = at < 55 ? Way.MESSAGE : at < 75 ? Way.TYPED : Way.FAX;
        return new Paper(way, mix.rough(), words.confusions(), random);
    }

    private static Sent sent(Paper paper, Truth truth) {
        return new Sent(paper.finish(), truth);
    }

    private String kind(int household) {
        return population.makers().kind(household).name();
    }

    private Town town() {
        return population.makers().town();
    }
}
