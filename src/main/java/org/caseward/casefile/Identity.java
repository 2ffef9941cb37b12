package org.caseward.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
        List<String> numbers) {
    public Identity {
        families = List.copyOf(families);
        givens = List.copyOf(givens);
        birthDates = new LinkedHashSet<>(birthDates);
        ssnLast4s = List.copyOf(ssnLast4s);
        employeeNumbers = List.copyOf(employeeNumbers);
        phones = List.copyOf(phones);
        numbers = List.copyOf(numbers);
    }

    static Identity of(Person person) {
        return new Identity(
                Stream.concat(Stream.of(person.family()), person.formerFamily().stream())
                        .toList(),
                List.of(person.given()),
                Set.copyOf(present(person.birthDate())),
                present(person.ssnLast4()),
                present(person.employeeNumber()),
                person.phones(),
                List.of());
    }

    static Identity ofNumbers(Collection<String> numbers) {
        return new Identity(List.of(), List.of(), Set.of(), List.of(), List.of(), List.of(), List.copyOf(numbers));
    }

    private static <T> List<T> present(@Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public String toString() {
        return "Identity";
    }
}
