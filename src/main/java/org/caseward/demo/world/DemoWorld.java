package org.caseward.demo.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two programs, 2,000 people, 2,600 open cases and ten providers, all fictional and the same at every start. */
public final class DemoWorld {
    /** The medical section of a police department. */
    public static final String POLICE = "pd-medical";
    /** A city's workers' compensation unit. */
    public static final String CITY = "city-wc";

    private static final long SEED = 20261122;

    private final List<Person> people;
    private final List<OpenCase> cases;
    private final Map<Person, List<OpenCase>> byPerson;

    private DemoWorld() {
        Random random = new Random(SEED);
        people = new People(random).make();
        cases = new Cases(random).make(people);
        byPerson = cases.stream().collect(Collectors.groupingBy(OpenCase::person));
    }

    public static DemoWorld make() {
        return new DemoWorld();
    }

    public List<Person> people() {
        return people;
    }

    public List<OpenCase> cases() {
        return cases;
    }

    public List<Clinic> clinics() {
        return Clinics.ALL;
    }

    public List<OpenCase> casesOf(Person person) {
        return byPerson.getOrDefault(person, List.of());
    }

    /** The two brothers born on one day in one house. */
    public List<OpenCase> twins() {
        return cases.subList(0, 2);
    }

    /** Father, then son: one name, one address. */
    public List<OpenCase> seniorAndJunior() {
        return cases.subList(2, 4);
    }

    /** Two people of one name. */
    public List<OpenCase> namesakes() {
        return cases.subList(4, 6);
    }

    /** Somebody nobody has heard of, for the report of an unknown person. */
    public Person stranger() {
        Person colleague = people.getFirst();
        return new Person(
                "PD-00000",
                "Quillfeather",
                "Philippa",
                "",
                Optional.empty(),
                List.of(),
                LocalDate.of(1972, 2, 29),
                "F",
                "7702",
                "99173",
                new Person.Address("1 Nowhere Ln", "Chicago", "IL", "60601"),
                "(312) 555-0199",
                colleague.employer(),
                colleague.unit());
    }

    /** The cases of a program whose persons have no other case and no hard-to-tell likeness, in order of opening. */
    public List<OpenCase> plainCases(String program) {
        return cases.stream()
                .skip(6)
                .filter(c -> c.program().equals(program))
                .filter(c -> casesOf(c.person()).size() == 1)
                .filter(alone())
                .toList();
    }

    /** The cases of a program whose persons have several. */
    public List<OpenCase> oneOfSeveral(String program) {
        return cases.stream()
                .filter(c -> c.program().equals(program))
                .filter(c -> casesOf(c.person()).size() > 1)
                .toList();
    }

    /** The cases as {@code POST /api/cases} takes them, one a line. */
    public byte[] casesNdjson() {
        return CaseLines.of(cases);
    }

    /** Names and numbers of everybody, the stranger too, as they must not appear in a log line. */
    public Stream<String> personalStrings() {
        return Stream.concat(people.stream(), Stream.of(stranger()))
                .flatMap(Person::personalStrings)
                .distinct();
    }

    private Predicate<OpenCase> alone() {
        Map<String, Long> names =
                people.stream().collect(Collectors.groupingBy(p -> p.family() + p.given(), Collectors.counting()));
        return c -> names.getOrDefault(c.person().family() + c.person().given(), 0L) == 1;
    }
}
