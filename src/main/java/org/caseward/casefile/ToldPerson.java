package org.caseward.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;
import org.jspecify.annotations.Nullable;

/** A person as a source tells them now, over what is known. What the message leaves out stays as it was. */
record ToldPerson(Person before, Fields fields) {
    private static final Set<String> SEXES = Set.of("M", "F", "X", "U");
    private static final Pattern ADDRESS = Pattern.compile("(.+), ([^,]+), ([A-Za-z]{2}) (\\d{5}(?:-\\d{4})?)");

    /** Whether two of family name, given name and birth date are the known ones: a number alone is moved to another person's message too easily. */
    boolean isSame() {
        int agree = 0;
        Optional<String> family = text(FieldNames.FAMILY);
        List<String> known = PersonFeed.joined(List.of(before.family()), before.formerFamily());
        List<String> told = PersonFeed.joined(
                family.stream().toList(),
                fields.all("patient.alias.family").stream()
                        .map(FieldValue::value)
                        .toList());
        agree += known.stream()
                        .map(Names::compact)
                        .anyMatch(name -> told.stream().map(Names::compact).anyMatch(name::equals))
                ? 1
                : 0;
        agree += text(FieldNames.GIVEN)
                        .filter(given -> Names.compact(given).equals(Names.compact(before.given())))
                        .isPresent()
                ? 1
                : 0;
        agree += birthDate().filter(day -> day.equals(before.birthDate())).isPresent() ? 1 : 0;
        return agree >= 2;
    }

    Person after() {
        String family = text(FieldNames.FAMILY).orElse(before.family());
        List<String> phones =
                fields.all(FieldNames.PHONE).stream().map(FieldValue::value).toList();
        return new Person(
                before.id(),
                family,
                text(FieldNames.GIVEN).orElse(before.given()),
                or(text(FieldNames.MIDDLE), before.middle()),
                or(text(FieldNames.SUFFIX), before.suffix()),
                former(family),
                or(birthDate(), before.birthDate()),
                or(text(FieldNames.SEX).filter(SEXES::contains), before.sex()),
                or(text(FieldNames.SSN_LAST4), before.ssnLast4()),
                before.employeeNumber(),
                or(text(FieldNames.ADDRESS).flatMap(ToldPerson::address), before.address()),
                phones.isEmpty() ? before.phones() : phones);
    }

    private List<String> former(String family) {
        return Stream.of(
                        before.formerFamily(),
                        List.of(before.family()),
                        fields.all("patient.alias.family").stream()
                                .map(FieldValue::value)
                                .toList())
                .flatMap(List::stream)
                .filter(name -> !Names.compact(name).equals(Names.compact(family)))
                .distinct()
                .toList();
    }

    private static Optional<PostalAddress> address(String text) {
        Matcher parts = ADDRESS.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new PostalAddress(parts.group(1), parts.group(2), parts.group(3), parts.group(4)))
                : Optional.empty();
    }

    private Optional<LocalDate> birthDate() {
        try {
            return text(FieldNames.BIRTH_DATE).map(LocalDate::parse);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> text(String name) {
        return fields.text(name).filter(text -> !text.isBlank());
    }

    private static <T> @Nullable T or(Optional<T> told, @Nullable T known) {
        return told.isPresent() ? told.get() : known;
    }

    @Override
    public String toString() {
        return "ToldPerson";
    }
}
