package org.caseward.bench.population;

import static org.caseward.bench.population.Draws.chance;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.caseward.bench.population.Individual.Name;
import org.caseward.casefile.PostalAddress;
import org.caseward.report.FieldNames;

/** Writes down who the patient is. */
final class Patient {
    private final Paper paper;
    private final RandomGenerator random;
    private final Town town;

    Patient(Paper paper, Town town, RandomGenerator random) {
        this.paper = paper;
        this.town = town;
        this.random = random;
    }

    void write(Individual who) {
        names(who.name());
        if (paper.says(FieldNames.BIRTH_DATE)) {
            paper.put(FieldNames.BIRTH_DATE, paper.slips() ? Faults.date(who.birth(), random) : who.birth());
        }
        if (paper.says(FieldNames.SEX)) {
            paper.put(FieldNames.SEX, chance(random, 0.003) ? (who.sex().equals("F") ? "M" : "F") : who.sex());
        }
        if (paper.says(FieldNames.SSN_LAST4)) {
            paper.put(FieldNames.SSN_LAST4, paper.slips() ? Faults.digits(who.ssnLast4(), random) : who.ssnLast4());
        }
        if (paper.says(FieldNames.EMPLOYEE_NUMBER)) {
            String number = who.employeeNumber();
            paper.put(FieldNames.EMPLOYEE_NUMBER, paper.slips() ? Faults.digits(number, random) : number);
        }
        contact(who);
    }

    private void names(Name name) {
        String family = !name.former().isEmpty() && chance(random, 0.05) ? name.former() : name.family();
        if (family.contains("-") && chance(random, 0.3)) {
            String[] parts = family.split("-", 2);
            family = parts[random.nextInt(2)];
        }
        family = paper.written(family);
        String given = paper.written(given(name));
        if (chance(random, 0.004)) {
            paper.name(FieldNames.FAMILY, given);
            paper.name(FieldNames.GIVEN, family);
        } else {
            paper.name(FieldNames.FAMILY, suffixed(family, name));
            if (!chance(random, 0.004)) {
                paper.name(FieldNames.GIVEN, given);
            }
        }
        middle(name);
    }

    /** Most ask for a paper with the legal name on it; others write what they hear. */
    private String given(Name name) {
        String given = chance(random, 0.2) ? name.called() : name.given();
        if (chance(random, 0.007)) {
            return given.substring(0, 1);
        }
        int space = given.indexOf(' ');
        return space > 0 && chance(random, 0.4) ? given.substring(0, space) : given;
    }

    private String suffixed(String family, Name name) {
        if (name.suffix() == null || chance(random, 0.4)) {
            return family;
        }
        if (chance(random, 0.4)) {
            return family + " " + name.suffix();
        }
        paper.put(FieldNames.SUFFIX, name.suffix());
        return family;
    }

    private void middle(Name name) {
        String middle = name.middle();
        if (middle != null && chance(random, 0.5)) {
            paper.name(FieldNames.MIDDLE, chance(random, 0.6) ? middle.substring(0, 1) : paper.written(middle));
        }
    }

    /** Now and then the clinic still has the old ones, or somebody else's telephone. */
    private void contact(Individual who) {
        if (paper.says(FieldNames.PHONE)) {
            String phone = chance(random, 0.04)
                    ? town.phone(random)
                    : chance(random, 0.08)
                            ? who.contact().phoneBefore()
                            : who.contact().phone();
            String said = paper.slips() ? Faults.digits(phone, random) : phone;
            paper.put(FieldNames.PHONE, "+1" + said);
        }
        if (paper.says(FieldNames.ADDRESS)) {
            PostalAddress home = chance(random, 0.08)
                    ? who.contact().homeBefore()
                    : who.contact().home();
            paper.put(FieldNames.ADDRESS, address(home));
        }
    }

    private String address(PostalAddress home) {
        String line = String.valueOf(home.line());
        line = switch (random.nextInt(6)) {
            case 0 -> line.replaceFirst(" St( |$)", " Street$1").replaceFirst(" Ave( |$)", " Avenue$1");
            case 1 -> line.replaceFirst(" Apt ", " #");
            case 2 -> line.replaceFirst(" Apt .*", "");
            default -> line;
        };
        String whole = paper.written(line) + ", " + home.city() + ", " + home.state() + " " + home.zip();
        return random.nextInt(4) == 0 ? whole.toUpperCase(Locale.ROOT) : whole;
    }
}
