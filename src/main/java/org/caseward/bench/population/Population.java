package org.caseward.bench.population;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.caseward.bench.population.Household.Member;
import org.caseward.casefile.CaseFile;

/**
 * A whole agency's people and cases, by a seed: made anew whenever they are asked for, so that a million cases take eight bytes each. May be asked by many threads.
 */
public final class Population {
    private final Households households;
    /** The running number of each household's first person and first case; one more at the end. */
    private final int[] people;

    private final int[] cases;
    private final Vocabulary words;

    private Population(Households households, int[] people, int[] cases, Vocabulary words) {
        this.households = households;
        this.people = people;
        this.cases = cases;
        this.words = words;
    }

    /** @param atLeast so many cases; a few more, since nobody's are cut off */
    public static Population of(long seed, int atLeast, Mix mix) {
        return of(seed, atLeast, mix, mix.rough().words());
    }

    static Population of(long seed, int atLeast, Mix mix, Vocabulary words) {
        Households households = new Households(seed, mix, words);
        int[] people = new int[atLeast + 2];
        int[] cases = new int[atLeast + 2];
        int n = 0;
        while (cases[n] < atLeast) {
            int size = households.kind(n).size;
            people[n + 1] = people[n] + size;
            cases[n + 1] = cases[n];
            for (int m = 0; m < size; m++) {
                cases[n + 1] += households.cases(n, m);
            }
            n++;
        }
        return new Population(households, Arrays.copyOf(people, n + 1), Arrays.copyOf(cases, n + 1), words);
    }

    public String program() {
        return Households.PROGRAM;
    }

    /** Where names and error tables come from. */
    public String source() {
        return words.source();
    }

    Vocabulary words() {
        return words;
    }

    public int cases() {
        return cases[cases.length - 1];
    }

    public int people() {
        return people[people.length - 1];
    }

    int households() {
        return people.length - 1;
    }

    /** @param person the running number, from 0 */
    public List<CaseFile> casesOf(int person) {
        int household = household(person);
        return household(household, person - people[household]).cases();
    }

    private int household(int person) {
        int at = Arrays.binarySearch(people, person);
        return at >= 0 ? at : -at - 2;
    }

    private Member household(int household, int member) {
        return make(household).members().get(member);
    }

    Household make(int household) {
        return households.at(household, cases[household]);
    }

    Household any(RandomGenerator random) {
        return make(random.nextInt(households()));
    }

    Households makers() {
        return households;
    }
}
