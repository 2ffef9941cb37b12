package org.caseward.casefile;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What identifies somebody, as a case or a report gives it; either side's match keys are derived from this, so that they meet.
 *
 * @param numbers claim and case numbers
 */
public record Identity(
        List<String> families,
        List<String> givens,
        Set<LocalDate> birthDates,
        List<String> ssnLast4s,
        List<String> employeeNumbers,
        List<String> phones,
        List<Street> streets,
        List<String> numbers,
        List<LocalDate> injuryDates) {
    public Identity {
        families = List.copyOf(families);
        givens = List.copyOf(givens);
        birthDates = Collections.unmodifiableSet(new LinkedHashSet<>(birthDates));
        ssnLast4s = List.copyOf(ssnLast4s);
        employeeNumbers = List.copyOf(employeeNumbers);
        phones = List.copyOf(phones);
        streets = List.copyOf(streets);
        numbers = List.copyOf(numbers);
        injuryDates = List.copyOf(injuryDates);
    }

    /** Of somebody of whom neither a street nor an injury is known. */
    public Identity(
            List<String> families,
            List<String> givens,
            Set<LocalDate> birthDates,
            List<String> ssnLast4s,
            List<String> employeeNumbers,
            List<String> phones,
            List<String> numbers) {
        this(families, givens, birthDates, ssnLast4s, employeeNumbers, phones, List.of(), numbers, List.of());
    }

    /** A person without their cases. */
    public static Identity of(Person person) {
        return new Identity(
                Stream.concat(Stream.of(person.family()), person.formerFamily().stream())
                        .toList(),
                List.of(person.given()),
                Set.copyOf(present(person.birthDate())),
                present(person.ssnLast4()),
                present(person.employeeNumber()),
                person.phones(),
                Optional.ofNullable(person.address()).flatMap(Street::of).stream()
                        .toList(),
                List.of(),
                List.of());
    }

    private static <T> List<T> present(@Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public String toString() {
        return "Identity";
    }
}
