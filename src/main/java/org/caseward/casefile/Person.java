package org.caseward.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as a program knows them.
 *
 * @param id the feed's own identifier, unique in the program
 * @param sex {@code M}, {@code F}, {@code X} or {@code U}
 * @param ssnLast4 four digits
 */
public record Person(
        String id,
        String family,
        String given,
        @Nullable String middle,
        @Nullable String suffix,
        List<String> formerFamily,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String ssnLast4,
        @Nullable String employeeNumber,
        @Nullable PostalAddress address,
        List<String> phones) {
    public Person {
        formerFamily = List.copyOf(formerFamily);
        phones = List.copyOf(phones);
    }

    @Override
    public String toString() {
        return "Person";
    }
}
