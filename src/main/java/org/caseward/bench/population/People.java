package org.caseward.bench.population;

import static org.caseward.bench.population.Draws.chance;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.caseward.bench.population.Individual.Contact;
import org.caseward.bench.population.Individual.Name;
import org.jspecify.annotations.Nullable;

/** Makes people up: strangers, and the relatives and namesakes of somebody. */
final class People {
    private static final LocalDate OLDEST = LocalDate.of(1950, 1, 1);
    /** To 2006: of working age. */
    private static final int BIRTHDAYS = 20_500;

    private final Vocabulary words;
    private final Town town;

    People(Vocabulary words, Town town) {
        this.words = words;
        this.town = town;
    }

    Individual anybody(RandomGenerator random) {
        return anybody(random.nextInt(100) < 42 ? "F" : "M", random);
    }

    Individual man(RandomGenerator random) {
        return anybody("M", random);
    }

    private Individual anybody(String sex, RandomGenerator random) {
        return new Individual(
                name(sex, random),
                OLDEST.plusDays(random.nextInt(BIRTHDAYS)),
                sex,
                Town.four(random.nextInt(10_000)),
                "E" + (100_000 + random.nextInt(9_900_000)),
                contact(random),
                town.employer(random));
    }

    /** Lives with them, mostly under one name; every second couple has one telephone. */
    Individual spouse(Individual of, RandomGenerator random) {
        Individual spouse = anybody(of.sex().equals("F") ? "M" : "F", random)
                .born(of.birth().plusDays(random.nextInt(4_000) - 2_000));
        Contact shared = random.nextBoolean()
                ? of.contact()
                : new Contact(
                        of.contact().home(),
                        of.contact().homeBefore(),
                        spouse.contact().phone(),
                        spouse.contact().phoneBefore());
        return (chance(random, 0.75) ? family(spouse, of) : spouse).with(shared);
    }

    /** A brother, sister, parent or child: one family name, half of them one address. */
    Individual relative(Individual of, RandomGenerator random) {
        Individual relative = family(anybody(random), of);
        return random.nextBoolean() ? relative.with(of.contact()) : relative;
    }

    /** Born the same day; given names are often chosen alike, and the numbers of both were given out together. */
    Individual twin(Individual of, RandomGenerator random) {
        boolean sameSex = random.nextInt(3) > 0;
        Individual twin = relative(of, random).born(of.birth());
        String sex = sameSex ? of.sex() : twin.sex();
        String given = other(of.name().given(), sex, chance(random, 0.2), random);
        Name name = new Name(twin.name().family(), "", given, given, twin.name().middle(), null);
        String ssn = chance(random, 0.1) ? Faults.digits(of.ssnLast4(), random) : twin.ssnLast4();
        return twin.with(name).sexed(sex).ssn(ssn);
    }

    /** The son of a father of the same name, with or without {@code Jr}. */
    Individual son(Individual father, RandomGenerator random) {
        Individual son = relative(father, random)
                .sexed(father.sex())
                .born(father.birth().plusDays(7_000 + random.nextInt(4_500)));
        if (chance(random, 0.02)) {
            son = son.born(son.birth()
                    .withMonth(father.birth().getMonthValue())
                    .withDayOfMonth(Math.min(28, father.birth().getDayOfMonth())));
        }
        String suffix = List.of("Jr", "Jr", "Jr", "III", "").get(random.nextInt(5));
        Name name = father.name();
        String middle = chance(random, 0.7) ? name.middle() : son.name().middle();
        return son.with(
                new Name(name.family(), "", name.given(), name.called(), middle, suffix.isEmpty() ? null : suffix));
    }

    /** Somebody else who only has this name and birth date; one in five with the same employer. */
    Individual namesake(Individual of, RandomGenerator random) {
        Individual other = anybody(of.sex(), random).born(of.birth());
        Name name = new Name(
                of.name().family(),
                "",
                of.name().given(),
                of.name().given(),
                other.name().middle(),
                null);
        Individual namesake = other.with(name);
        return random.nextInt(5) > 0
                ? namesake
                : new Individual(
                        name,
                        of.birth(),
                        of.sex(),
                        other.ssnLast4(),
                        other.employeeNumber(),
                        other.contact(),
                        of.employer());
    }

    private Name name(String sex, RandomGenerator random) {
        String given = given(sex, random);
        String middle = chance(random, 0.75) ? words.given(sex, random) : null;
        String family = family(random);
        boolean married = sex.equals("F") && chance(random, 0.25);
        String former = married ? family(random) : "";
        if (married && chance(random, 0.2)) {
            family = former + "-" + family;
        }
        String suffix = sex.equals("M") && chance(random, 0.02)
                ? List.of("Jr", "Sr", "II", "III").get(random.nextInt(4))
                : null;
        return new Name(family, former, given, called(given, middle, random), middle, suffix);
    }

    private String given(String sex, RandomGenerator random) {
        String given = words.given(sex, random);
        return chance(random, 0.03) ? given + " " + words.given(sex, random) : given;
    }

    private String family(RandomGenerator random) {
        String name = surname(random);
        return switch (random.nextInt(100)) {
            case 0, 1 -> name + "-" + surname(random);
            case 2 -> name + " " + surname(random);
            case 3 -> List.of("de la ", "van ", "von ", "Del ", "De ").get(random.nextInt(5)) + name;
            case 4 -> (random.nextBoolean() ? "O'" : "Mc") + name;
            default -> name;
        };
    }

    /** Never an empty one, of which the public samples have a row: nobody is put on file without a name. */
    private String surname(RandomGenerator random) {
        String name = words.families().pick(random);
        while (name.isBlank()) {
            name = words.families().pick(random);
        }
        return name;
    }

    /** Nearly all go by their given name, some by a short form or by the middle name. */
    private String called(String given, @Nullable String middle, RandomGenerator random) {
        int at = random.nextInt(100);
        if (at < 4 && middle != null) {
            return middle;
        }
        List<String> forms = words.shortForms().getOrDefault(given.toUpperCase(Locale.ROOT), List.of());
        return at < 15 && !forms.isEmpty() ? forms.get(random.nextInt(forms.size())) : given;
    }

    /** A given name other than this, with the same first letter where it is to be alike. */
    private String other(String given, String sex, boolean alike, RandomGenerator random) {
        String found = words.given(sex, random);
        for (int i = 0; i < 60 && (found.equals(given) || (alike && found.charAt(0) != given.charAt(0))); i++) {
            found = words.given(sex, random);
        }
        return found.equals(given) ? given + "a" : found;
    }

    private static Individual family(Individual who, Individual like) {
        Name name = who.name();
        String former = name.former().isEmpty() ? "" : name.family();
        return who.with(
                new Name(like.name().family(), former, name.given(), name.called(), name.middle(), name.suffix()));
    }

    private Contact contact(RandomGenerator random) {
        var home = town.home(random);
        String phone = town.phone(random);
        return new Contact(
                home,
                chance(random, 0.08) ? town.home(random) : home,
                phone,
                chance(random, 0.07) ? town.phone(random) : phone);
    }
}
