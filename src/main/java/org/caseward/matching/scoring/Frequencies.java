package org.caseward.matching.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.caseward.casefile.Names;
import org.caseward.casefile.Person;

/** How common names are among the people of a program: a rare name says more than a common one. Called from many threads. */
public interface Frequencies {
    /** Nothing is known: names weigh as the model has them. */
    Frequencies NONE = new Frequencies() {
        @Override
        public double family(String program, String compact) {
            return Double.NaN;
        }

        @Override
        public double given(String program, String first) {
            return Double.NaN;
        }

        @Override
        public long people(String program) {
            return SMOOTHED;
        }
    };

    /** A small program's counts say little: they are smoothed as if it had these people more, two of any name. */
    long SMOOTHED = 1_000;

    double MORE_OF_A_NAME = 2;

    /** The share of the program's people with this family name ({@link Names#compact}), never quite zero; NaN where it is not known. */
    double family(String program, String compact);

    /** The same of a given name ({@link Names#firstGiven}). */
    double given(String program, String first);

    /** How many people the program has. */
    long people(String program);

    /** One program's names, counted. */
    record Counts(long total, Map<String, Long> families, Map<String, Long> givens) {
        public static Counts of(Stream<Person> people) {
            Map<String, Long> families = new HashMap<>();
            Map<String, Long> givens = new HashMap<>();
            long[] total = {0};
            people.forEach(person -> {
                families.merge(Names.compact(person.family()), 1L, Long::sum);
                givens.merge(Names.firstGiven(person.given()), 1L, Long::sum);
                total[0]++;
            });
            return new Counts(total[0], families, givens);
        }

        public double share(Map<String, Long> names, String name) {
            return (names.getOrDefault(name, 1L) + MORE_OF_A_NAME) / (total + SMOOTHED);
        }
    }

    /** The frequencies of these programs' people, counted beforehand. */
    static Frequencies of(Map<String, Counts> programs) {
        ToDoubleBiFunction<String, String> none = (program, name) -> Double.NaN;
        return new Frequencies() {
            @Override
            public double family(String program, String compact) {
                Counts counts = programs.get(program);
                return counts == null ? none.applyAsDouble(program, compact) : counts.share(counts.families(), compact);
            }

            @Override
            public double given(String program, String first) {
                Counts counts = programs.get(program);
                return counts == null ? none.applyAsDouble(program, first) : counts.share(counts.givens(), first);
            }

            @Override
            public long people(String program) {
                Counts counts = programs.get(program);
                return counts == null ? SMOOTHED : counts.total();
            }
        };
    }
}
