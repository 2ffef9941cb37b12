package org.caseward.matching.scoring;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.caseward.casefile.Names;
import org.caseward.casefile.Nicknames;
import org.caseward.casefile.Numbers;
import org.caseward.casefile.Person;

/** Compares what a report says of its patient with a person. */
public final class PersonComparison {
    // below these, Jaro-Winkler pairs in name lists are mostly different names
    private static final double FAMILY_ALIKE = 0.92;
    private static final double GIVEN_ALIKE = 0.88;
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private PersonComparison() {}

    /** @param familyShare the share of the program's people with this family name */
    public static List<Evidence> compare(ReportFacts facts, Person person, double familyShare, Model model) {
        Level family = Best.of(facts.families(), names(person), PersonComparison::family);
        return List.of(
                family == Level.EXACT
                        ? model.evidence(Trait.FAMILY, family, familyShare)
                        : model.evidence(Trait.FAMILY, family),
                model.evidence(Trait.GIVEN, Best.of(facts.givens(), List.of(person.given()), PersonComparison::given)),
                model.evidence(
                        Trait.MIDDLE, Best.of(facts.middles(), present(person.middle()), PersonComparison::middle)),
                model.evidence(Trait.SUFFIX, Best.of(facts.suffixes(), suffixes(person), Best::equal)),
                model.evidence(
                        Trait.BIRTH_DATE,
                        Best.of(facts.birthDates(), present(person.birthDate()), Dates::compareBirth)),
                model.evidence(Trait.SEX, Best.of(facts.sexes(), sex(person), Best::equal)),
                model.evidence(
                        Trait.SSN, Best.of(facts.ssnLast4s(), present(person.ssnLast4()), PersonComparison::digits)),
                model.evidence(
                        Trait.EMPLOYEE_NUMBER,
                        Best.of(facts.employeeNumbers(), present(person.employeeNumber()), PersonComparison::number)),
                model.evidence(
                        Trait.PHONE,
                        Best.of(
                                facts.phones(),
                                person.phones().stream().map(Numbers::phone).toList(),
                                Best::equal)));
    }

    /** A name as the person bears it now or bore it before. */
    private record Known(String name, boolean former) {}

    private static List<Known> names(Person person) {
        return Stream.concat(
                        Stream.of(new Known(person.family(), false)),
                        person.formerFamily().stream().map(name -> new Known(name, true)))
                .toList();
    }

    private static Level family(String reported, Known known) {
        String one = Names.compact(reported);
        String other = Names.compact(known.name());
        if (one.equals(other)) {
            return known.former() ? Level.VARIANT : Level.EXACT;
        }
        Set<String> forms = Names.familyForms(known.name());
        if (!Collections.disjoint(Names.familyForms(reported), forms)) {
            return Level.VARIANT;
        }
        return JARO_WINKLER.apply(one, other) >= FAMILY_ALIKE ? Level.SIMILAR : Level.DIFFERENT;
    }

    private static Level given(String reported, String known) {
        String one = Names.firstGiven(reported);
        String other = Names.firstGiven(known);
        if (one.equals(other) || Names.compact(reported).equals(Names.compact(known))) {
            return Level.EXACT;
        }
        if (Nicknames.same(one, other)) {
            return Level.NICKNAME;
        }
        if (initial(one, other)) {
            return Level.INITIAL;
        }
        return JARO_WINKLER.apply(one, other) >= GIVEN_ALIKE ? Level.SIMILAR : Level.DIFFERENT;
    }

    private static Level middle(String reported, String known) {
        String other = Names.compact(known);
        if (reported.equals(other)) {
            return Level.EXACT;
        }
        return initial(reported, other) ? Level.INITIAL : Level.DIFFERENT;
    }

    private static boolean initial(String one, String other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && one.charAt(0) == other.charAt(0)
                && (one.length() == 1 || other.length() == 1);
    }

    private static Level digits(String one, String other) {
        if (one.equals(other)) {
            return Level.EXACT;
        }
        return Dates.oneOff(one, other) ? Level.ONE_OFF : Level.DIFFERENT;
    }

    private static Level number(String reported, String known) {
        if (reported.equals(Numbers.plain(known))) {
            return Level.EXACT;
        }
        return Numbers.folded(reported).equals(Numbers.folded(known)) ? Level.CONFUSABLE : Level.DIFFERENT;
    }

    private static List<String> suffixes(Person person) {
        return Stream.of(present(person.suffix()), List.of(person.family()))
                .flatMap(List::stream)
                .flatMap(text -> Names.suffix(text).stream())
                .limit(1)
                .toList();
    }

    private static List<String> sex(Person person) {
        return Optional.ofNullable(person.sex()).map(Sex::plain).filter(s -> !s.isEmpty()).stream()
                .toList();
    }

    private static <T> List<T> present(@org.jspecify.annotations.Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }
}
