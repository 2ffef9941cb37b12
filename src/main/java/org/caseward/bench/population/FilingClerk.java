package org.caseward.bench.population;

import static org.caseward.bench.population.Draws.chance;

import java.util.List;
import java.util.random.RandomGenerator;
import org.caseward.bench.population.Individual.Name;
import org.caseward.casefile.Person;
import org.jspecify.annotations.Nullable;

/** Puts a person on file as agencies do: with gaps, as of the day the file was made, and now and then with a slip. */
final class FilingClerk {
    private final Roughness rough;

    FilingClerk(Roughness rough) {
        this.rough = rough;
    }

    Person file(String id, Individual who, RandomGenerator random) {
        Name name = who.name();
        // married since, or with the former name on file, or without a trace of it
        boolean stale = !name.former().isEmpty() && chance(random, 0.12);
        boolean former = !name.former().isEmpty() && !stale && chance(random, 0.5);
        String family = slip(stale ? name.former() : name.family(), rough.error(0.004), random);
        return new Person(
                id,
                family,
                slip(chance(random, 0.02) ? name.called() : name.given(), rough.error(0.004), random),
                middle(name.middle(), random),
                chance(random, 0.65) ? name.suffix() : null,
                former ? List.of(name.former()) : List.of(),
                chance(random, gap(0.005))
                        ? null
                        : chance(random, rough.error(0.003)) ? Faults.date(who.birth(), random) : who.birth(),
                chance(random, 0.01) ? null : who.sex(),
                chance(random, gap(0.15))
                        ? null
                        : chance(random, rough.error(0.003)) ? Faults.digits(who.ssnLast4(), random) : who.ssnLast4(),
                chance(random, gap(0.25)) ? null : who.employeeNumber(),
                chance(random, gap(0.05)) ? null : who.contact().homeBefore(),
                chance(random, gap(0.1))
                        ? List.of()
                        : List.of("+1" + who.contact().phoneBefore()));
    }

    private double gap(double share) {
        return 1 - rough.said(1 - share);
    }

    private static @Nullable String middle(@Nullable String middle, RandomGenerator random) {
        if (middle == null || chance(random, 0.35)) {
            return null;
        }
        return chance(random, 0.3) ? middle.substring(0, 1) : middle;
    }

    private static String slip(String text, double share, RandomGenerator random) {
        return chance(random, share) ? Faults.typo(text, random) : text;
    }
}
