package org.caseward.demo.world;

import static org.caseward.demo.world.DemoWorld.CITY;
import static org.caseward.demo.world.DemoWorld.POLICE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes the 2,600 open cases: one for each person, then a second or third for some. */
final class Cases {
    static final int COUNT = 2_600;
    private static final LocalDate FIRST_INJURY = LocalDate.of(2026, 1, 2);
    private static final int INJURY_DAYS = 290;

    private final Random random;
    private final List<OpenCase> cases = new ArrayList<>();
    private final Set<String> claims = new HashSet<>();
    private int police;
    private int city;

    Cases(Random random) {
        this.random = random;
    }

    List<OpenCase> make(List<Person> people) {
        people.forEach(this::open);
        // the first six are hard to tell apart and keep to one case each; the second time round makes third cases
        for (int i = 0; cases.size() < COUNT; i++) {
            open(people.get(6 + (i * 3) % 1_500));
        }
        return List.copyOf(cases);
    }

    private void open(Person person) {
        boolean ofPolice = person.id().startsWith("PD");
        Injury injury = Names.one(Injury.KNOWN, random);
        boolean left = random.nextBoolean();
        LocalDate injured = FIRST_INJURY.plusDays(random.nextInt(INJURY_DAYS));
        cases.add(new OpenCase(
                ofPolice ? POLICE : CITY,
                ofPolice ? "IOD-2026-%06d".formatted(100 + 7 * police++) : "CW-2026-%05d".formatted(300 + 3 * city++),
                claimNumbers(),
                injured.plusDays(1 + random.nextInt(5)),
                injured,
                injury.name(),
                injury.bodyPart(left),
                injury.code(left),
                ofPolice ? Names.one(List.of("ann", "ben"), random) : Names.one(List.of("carla", "dev"), random),
                person,
                Names.one(Clinics.ALL, random)));
    }

    private List<String> claimNumbers() {
        return random.nextInt(10) == 0 ? List.of(claimNumber(), claimNumber()) : List.of(claimNumber());
    }

    private String claimNumber() {
        String number;
        do {
            number = "WC-%02d-%06d".formatted(80 + random.nextInt(19), 100_000 + random.nextInt(900_000));
        } while (!claims.add(number));
        return number;
    }
}
