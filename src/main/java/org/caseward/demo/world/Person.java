package org.caseward.demo.world;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fictional employee.
 *
 * @param ssnLast4 the last four digits only; no number of the demo has the other five
 * @param phone as people write it: {@code (312) 555-0142}
 */
public record Person(
        String id,
        String family,
        String given,
        String middle,
        Optional<String> suffix,
        List<String> formerFamily,
        LocalDate birthDate,
        String sex,
        String ssnLast4,
        String employeeNumber,
        Address address,
        String phone,
        String employer,
        String unit) {
    private static final DateTimeFormatter ON_FORM = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

    public Person {
        formerFamily = List.copyOf(formerFamily);
    }

    /** @param line house number and street */
    public record Address(String line, String city, String state, String zip) {}

    /** As a form asks for it: {@code Doe, Jane Q Jr}. */
    public String familyFirst() {
        return family + ", " + given + (middle.isEmpty() ? "" : " " + middle)
                + suffix.map(s -> " " + s).orElse("");
    }

    /** As a form writes a date: {@code 02/14/1980}. */
    public String birthDateOnForm() {
        return birthDate.format(ON_FORM);
    }

    /**
     * What must not be seen in a log, in the ways it could be written there. Bare digits that any counter may show
     * by chance (the four of the SSN, the five of the employee number) are left out unless HL7 or JSON surrounds them.
     */
    public Stream<String> personalStrings() {
        return Stream.of(
                given + " " + family,
                family + ", " + given,
                family + "^" + given,
                birthDate.toString(),
                birthDateOnForm(),
                employeeNumber + "^^^",
                '"' + employeeNumber + '"',
                phone,
                address.line());
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
