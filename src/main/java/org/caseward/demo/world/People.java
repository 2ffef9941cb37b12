package org.caseward.demo.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes the 2,000 people: first those that matching finds hard to tell apart, then households and strangers. */
final class People {
    static final int COUNT = 2_000;
    /** Of these the first so many work for the police department. */
    static final int POLICE = 1_200;

    private static final List<String> POLICE_UNITS = List.of(
            "District 1 Patrol",
            "District 2 Patrol",
            "District 3 Patrol",
            "Traffic Unit",
            "Canine Unit",
            "Detective Division",
            "Marine Unit",
            "Mounted Unit",
            "Training Academy",
            "Central Booking");
    private static final List<String> CITY_UNITS = List.of(
            "Streets and Sanitation",
            "Water Department",
            "Parks",
            "Fleet Services",
            "Public Library",
            "Building Maintenance",
            "Airport Operations",
            "Forestry");

    /** Without the letters that a bad line turns into one another. */
    private static final String INITIALS = "ABCDEFGHJKMNPRSTVW";

    private final Random random;
    private final List<Person> people = new ArrayList<>();

    People(Random random) {
        this.random = random;
    }

    List<Person> make() {
        hardToTellApart();
        while (people.size() < COUNT) {
            Names.Home home = Names.home(random);
            String family = Names.family(random);
            int household = random.nextInt(8) == 0 ? 2 : 1;
            for (int i = 0; i < household && people.size() < COUNT; i++) {
                people.add(anyone(family, home));
            }
        }
        return List.copyOf(people);
    }

    private void hardToTellApart() {
        Names.Home twins = Names.home(random);
        LocalDate born = LocalDate.of(1991, 3, 17);
        people.add(person("Szymanski", "M Darius", "J", Optional.empty(), born, twins));
        people.add(person("Szymanski", "M Leopold", "A", Optional.empty(), born, twins));
        Names.Home fatherAndSon = Names.home(random);
        people.add(person("Whitfield", "M Roderick", "T", Optional.of("Sr"), LocalDate.of(1966, 9, 4), fatherAndSon));
        people.add(person("Whitfield", "M Roderick", "T", Optional.of("Jr"), LocalDate.of(1994, 1, 22), fatherAndSon));
        people.add(person("Reyes", "F Gabriela", "L", Optional.empty(), LocalDate.of(1979, 6, 11), Names.home(random)));
        people.add(
                person("Reyes", "F Gabriela", "M", Optional.empty(), LocalDate.of(1988, 11, 30), Names.home(random)));
    }

    private Person anyone(String family, Names.Home home) {
        LocalDate born = LocalDate.of(1961, 1, 1).plusDays(random.nextInt(42 * 365));
        return person(
                family,
                Names.given(random),
                String.valueOf(INITIALS.charAt(random.nextInt(INITIALS.length()))),
                Optional.empty(),
                born,
                home);
    }

    private Person person(
            String family,
            String sexAndGiven,
            String middle,
            Optional<String> suffix,
            LocalDate born,
            Names.Home home) {
        int n = people.size();
        boolean police = n < POLICE;
        String sex = sexAndGiven.substring(0, 1);
        boolean married = sex.equals("F") && random.nextInt(12) == 0;
        return new Person(
                "%s-%05d".formatted(police ? "PD" : "CW", 10_000 + n * 7),
                family,
                sexAndGiven.substring(2),
                middle,
                suffix,
                married ? List.of(Names.family(random)) : List.of(),
                born,
                sex,
                "%04d".formatted(1 + random.nextInt(9_998)),
                "%05d".formatted((police ? 20_000 : 60_000) + n * 11),
                home.address(),
                home.phone(),
                police ? "City of Lake Harbor Police Department" : "City of Lake Harbor",
                Names.one(police ? POLICE_UNITS : CITY_UNITS, random));
    }
}
