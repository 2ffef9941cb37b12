package org.caseward.matching.scoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caseward.casefile.Identity;
import org.caseward.casefile.Names;
import org.caseward.casefile.Numbers;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;

/**
 * What a report says that matching compares, made comparable once. Lists hold every different value that the report gives.
 *
 * @param numbers claim and case numbers, {@link Numbers#plain}; one needs four digits at least to be a number of a claim
 * @param suffixes {@code JR}, {@code SR} …, also out of the family name
 */
public record ReportFacts(
        List<String> families,
        List<String> givens,
        List<String> middles,
        List<String> suffixes,
        List<LocalDate> birthDates,
        List<String> sexes,
        List<String> ssnLast4s,
        List<String> employeeNumbers,
        List<String> phones,
        List<String> numbers,
        List<LocalDate> injuryDates,
        List<BodyPart> bodyParts,
        List<String> diagnoses,
        List<String> employers) {
    private static final int FEWEST_DIGITS = 4;

    public static ReportFacts of(Fields fields) {
        return new ReportFacts(
                distinct(fields, FieldNames.FAMILY, String::strip),
                distinct(fields, FieldNames.GIVEN, String::strip),
                distinct(fields, FieldNames.MIDDLE, Names::compact),
                suffixes(fields),
                dates(fields, FieldNames.BIRTH_DATE),
                distinct(fields, FieldNames.SEX, Sex::plain),
                distinct(fields, FieldNames.SSN_LAST4, ReportFacts::lastFour),
                distinct(fields, FieldNames.EMPLOYEE_NUMBER, Numbers::plain),
                distinct(fields, FieldNames.PHONE, Numbers::phone),
                distinct(fields, FieldNames.CLAIM_NUMBER, Numbers::plain).stream()
                        .filter(number -> Numbers.digits(number).length() >= FEWEST_DIGITS)
                        .toList(),
                dates(fields, FieldNames.INJURY_DATE),
                BodyPart.of(distinct(fields, FieldNames.BODY_PART, String::strip)),
                distinct(fields, FieldNames.DIAGNOSIS, Numbers::plain),
                distinct(fields, FieldNames.EMPLOYER, Names::compact));
    }

    /** For candidate keys: birth dates also with month and day swapped, so that a person is found in spite of that. */
    public Identity identity() {
        Set<LocalDate> births = new LinkedHashSet<>(birthDates);
        birthDates.stream().flatMap(date -> Dates.swapped(date).stream()).forEach(births::add);
        return new Identity(families, givens, births, ssnLast4s, employeeNumbers, phones, numbers);
    }

    private static List<String> suffixes(Fields fields) {
        return Stream.of(FieldNames.SUFFIX, FieldNames.FAMILY)
                .flatMap(name -> fields.all(name).stream())
                .flatMap(value -> Names.suffix(value.value()).stream())
                .distinct()
                .toList();
    }

    private static List<String> distinct(Fields fields, String name, Function<String, String> plain) {
        return fields.all(name).stream()
                .map(FieldValue::value)
                .map(plain)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static List<LocalDate> dates(Fields fields, String name) {
        return fields.all(name).stream()
                .flatMap(value -> date(value.value()).stream())
                .distinct()
                .toList();
    }

    private static Optional<LocalDate> date(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String lastFour(String text) {
        String digits = Numbers.digits(text);
        return digits.length() < 4 ? "" : digits.substring(digits.length() - 4);
    }

    @Override
    public String toString() {
        return "ReportFacts";
    }
}
