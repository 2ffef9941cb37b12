package org.caseward.matching.scoring;

import java.util.ArrayList;
import java.util.List;
import org.caseward.casefile.Street;
import org.jspecify.annotations.Nullable;

/** Compares what a report says of its patient with a person. */
final class PersonComparison {
    /** A shorter middle name is an initial. */
    private static final int WHOLE_NAME = 3;

    private final ReportFacts facts;
    private final KnownPerson person;
    private final Model model;
    private final List<Evidence> found = new ArrayList<>(12);

    private PersonComparison(ReportFacts facts, KnownPerson person, Model model) {
        this.facts = facts;
        this.person = person;
        this.model = model;
    }

    /** All that the traits of the person say, in the order of {@link Trait}; traits that are missing on a side say nothing and are left out. */
    static List<Evidence> compare(ReportFacts facts, KnownPerson person, Frequencies frequencies, Model model) {
        PersonComparison comparison = new PersonComparison(facts, person, model);
        comparison.names(frequencies);
        comparison.rest();
        return comparison.found;
    }

    private void names(Frequencies frequencies) {
        Level family = family();
        Level given = given();
        if (family != Level.EXACT && given != Level.EXACT && ReversedNames.are(facts, person)) {
            family = Level.REVERSED;
            given = Level.REVERSED;
        }
        String program = person.program();
        add(
                Trait.FAMILY,
                family,
                frequencies.family(program, person.families.getFirst().compact()));
        add(Trait.GIVEN, given, frequencies.given(program, person.given.first()));
    }

    private void rest() {
        add(Trait.MIDDLE, best(facts.middles(), person.middle));
        add(Trait.SUFFIX, equal(facts.suffixes(), person.suffixes));
        add(Trait.BIRTH_DATE, Dates.birth(facts.birthDates(), person.birthDate));
        add(Trait.SEX, equal(facts.sexes(), person.sexes));
        add(Trait.SSN, ssn());
        add(Trait.EMPLOYEE_NUMBER, employee());
        add(Trait.PHONE, equal(facts.phones(), person.phones));
        add(Trait.ADDRESS, address(facts.streets(), person.street));
    }

    private void add(Trait trait, Level level) {
        add(trait, level, Double.NaN);
    }

    /** @param share how many of all people have this value too; NaN where that is not known */
    private void add(Trait trait, Level level, double share) {
        if (level != Level.MISSING) {
            Evidence evidence = level == Level.CALLED
                    // as telling as a short form; models know it by that
                    ? new Evidence(
                            trait, level, model.evidence(trait, Level.NICKNAME).bits())
                    : level == Level.EXACT && !Double.isNaN(share)
                            ? model.evidence(trait, level, share)
                            : model.evidence(trait, level);
            found.add(evidence.softened(facts.sure(trait)));
        }
    }

    private Level family() {
        Level best = Level.MISSING;
        for (NameForms.Family reported : facts.prepared().families()) {
            for (NameForms.Family known : person.families) {
                best = Best.of(best, family(reported, known));
            }
        }
        return best;
    }

    private static Level family(NameForms.Family reported, NameForms.Family known) {
        if (reported.compact().isEmpty() || known.compact().isEmpty()) {
            return Level.MISSING;
        }
        if (reported.compact().equals(known.compact())) {
            return known.former() ? Level.VARIANT : Level.EXACT;
        }
        if (!NameForms.disjoint(reported.forms(), known.forms())) {
            return Level.VARIANT;
        }
        return Alike.alike(reported.compact(), known.compact(), Alike.FAMILY) ? Level.SIMILAR : Level.DIFFERENT;
    }

    private Level given() {
        Level best = Level.MISSING;
        for (NameForms.Given reported : facts.prepared().givens()) {
            best = Best.of(best, called(reported) ? Level.CALLED : given(reported, person.given));
        }
        return best;
    }

    private static Level given(NameForms.Given reported, NameForms.Given known) {
        String one = reported.first();
        String other = known.first();
        if (one.isEmpty() || other.isEmpty()) {
            return Level.MISSING;
        }
        if (one.equals(other) || reported.compact().equals(known.compact())) {
            return Level.EXACT;
        }
        if (!NameForms.disjoint(reported.roots(), known.roots())) {
            return Level.NICKNAME;
        }
        if (Alike.initial(one, other)) {
            return Level.INITIAL;
        }
        return Alike.alike(one, other, Alike.GIVEN) || Alike.oneSlip(one, other) ? Level.SIMILAR : Level.DIFFERENT;
    }

    private boolean called(NameForms.Given reported) {
        return person.middle.length() >= WHOLE_NAME && reported.first().equals(person.middle);
    }

    private static Level best(List<String> reported, String known) {
        Level best = Level.MISSING;
        if (!known.isEmpty()) {
            for (String one : reported) {
                best = Best.of(
                        best,
                        one.equals(known) ? Level.EXACT : Alike.initial(one, known) ? Level.INITIAL : Level.DIFFERENT);
            }
        }
        return best;
    }

    private static Level equal(List<String> reported, List<String> known) {
        if (reported.isEmpty() || known.isEmpty()) {
            return Level.MISSING;
        }
        for (String one : reported) {
            if (known.contains(one)) {
                return Level.EXACT;
            }
        }
        return Level.DIFFERENT;
    }

    private Level ssn() {
        Level best = Level.MISSING;
        if (!person.ssnLast4.isEmpty()) {
            for (String one : facts.ssnLast4s()) {
                boolean same = one.equals(person.ssnLast4);
                best = Best.of(
                        best,
                        same ? Level.EXACT : Dates.oneOff(one, person.ssnLast4) ? Level.ONE_OFF : Level.DIFFERENT);
            }
        }
        return best;
    }

    private Level employee() {
        Level best = Level.MISSING;
        if (!person.employee.isEmpty()) {
            for (String one : facts.employeeNumbers()) {
                best = Best.of(best, employee(one));
            }
        }
        return best;
    }

    private Level employee(String reported) {
        Level level = Best.number(reported, person.employee, person.employeeFolded);
        return level == Level.DIFFERENT && Alike.oneSlip(reported, person.employee) ? Level.ONE_OFF : level;
    }

    private static Level address(List<Street> reported, @Nullable Street known) {
        Level best = Level.MISSING;
        if (known != null) {
            for (Street one : reported) {
                best = Best.of(best, address(one, known));
            }
        }
        return best;
    }

    private static Level address(Street one, Street other) {
        boolean house = one.house().equals(other.house());
        boolean name = one.name().equals(other.name());
        boolean zip = one.zip().equals(other.zip())
                || one.zip().isEmpty()
                || other.zip().isEmpty();
        if (house && name && zip) {
            return Level.EXACT;
        }
        boolean alike = name || Alike.oneSlip(one.name(), other.name());
        return (zip && (house || alike)) || (house && alike) ? Level.NEAR : Level.DIFFERENT;
    }
}
