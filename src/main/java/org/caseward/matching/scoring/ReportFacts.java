package org.caseward.matching.scoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.caseward.casefile.Identity;
import org.caseward.casefile.Names;
import org.caseward.casefile.Numbers;
import org.caseward.casefile.Street;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;

/**
 * What a report says that matching compares, made comparable once. Lists hold every different value that the report gives.
 *
 * @param numbers claim and case numbers, {@link Numbers#plain}; one needs four digits at least to be a number of a claim
 * @param suffixes {@code JR}, {@code SR} …, also out of the family name
 * @param npis the providers' NPIs, phones and faxes, digits only
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
        List<Street> streets,
        List<String> numbers,
        List<LocalDate> injuryDates,
        List<BodyPart> bodyParts,
        List<String> diagnoses,
        List<String> employers,
        List<String> units,
        List<String> npis,
        List<String> providers,
        Prepared prepared) {
    private static final int FEWEST_DIGITS = 4;

    /** @param sure by {@link Trait#ordinal}, the confidence of the trait's least sure value */
    record Prepared(
            List<NameForms.Family> families,
            List<NameForms.Given> givens,
            double[] sure,
            Set<Region> regions,
            String side) {
        @Override
        public String toString() {
            return "Prepared";
        }
    }

    public static ReportFacts of(Fields fields) {
        List<String> families = distinct(fields, FieldNames.FAMILY, String::strip);
        List<String> givens = distinct(fields, FieldNames.GIVEN, String::strip);
        List<BodyPart> bodyParts = BodyPart.of(distinct(fields, FieldNames.BODY_PART, String::strip));
        List<String> diagnoses = distinct(fields, FieldNames.DIAGNOSIS, Numbers::plain);
        return new ReportFacts(
                families,
                givens,
                distinct(fields, FieldNames.MIDDLE, Names::compact),
                suffixes(fields),
                dates(fields, FieldNames.BIRTH_DATE),
                distinct(fields, FieldNames.SEX, Sex::plain),
                distinct(fields, FieldNames.SSN_LAST4, ReportFacts::lastFour),
                distinct(fields, FieldNames.EMPLOYEE_NUMBER, Numbers::plain),
                distinct(fields, FieldNames.PHONE, Numbers::phone),
                streets(fields),
                distinct(fields, FieldNames.CLAIM_NUMBER, ReportFacts::claim),
                dates(fields, FieldNames.INJURY_DATE),
                bodyParts,
                diagnoses,
                distinct(fields, FieldNames.EMPLOYER, Names::compact),
                distinct(fields, FieldNames.UNIT, Names::compact),
                npis(fields),
                distinct(fields, FieldNames.PROVIDER_NAME, Names::compact),
                new Prepared(
                        families.stream()
                                .map(f -> NameForms.Family.of(f, false))
                                .toList(),
                        givens.stream().map(NameForms.Given::of).toList(),
                        Sureness.of(fields),
                        Region.of(bodyParts, diagnoses),
                        Laterality.of(bodyParts, diagnoses)));
    }

    /** For candidate keys: birth dates also with month and day swapped, so that a person is found in spite of that. */
    public Identity identity() {
        Set<LocalDate> births = new LinkedHashSet<>(birthDates);
        birthDates.forEach(date -> Dates.swapped(date).ifPresent(births::add));
        return new Identity(
                families, givens, births, ssnLast4s, employeeNumbers, phones, streets, numbers, injuryDates);
    }

    /** How surely the trait was read: 1 where no machine read it from an image. */
    double sure(Trait trait) {
        return prepared.sure[trait.ordinal()];
    }

    private static List<String> suffixes(Fields fields) {
        List<String> found = new ArrayList<>(2);
        for (String name : List.of(FieldNames.SUFFIX, FieldNames.FAMILY)) {
            for (FieldValue value : fields.all(name)) {
                Names.suffix(value.value()).filter(s -> !found.contains(s)).ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<Street> streets(Fields fields) {
        List<FieldValue> values = fields.all(FieldNames.ADDRESS);
        return values.isEmpty()
                ? List.of()
                : values.stream()
                        .flatMap(v -> Street.of(v.value()).stream())
                        .distinct()
                        .toList();
    }

    private static List<String> npis(Fields fields) {
        List<String> all = new ArrayList<>(distinct(fields, FieldNames.PROVIDER_NPI, Numbers::digits));
        all.addAll(distinct(fields, FieldNames.PROVIDER_PHONE, Numbers::phone));
        all.addAll(distinct(fields, FieldNames.PROVIDER_FAX, Numbers::phone));
        return all;
    }

    private static List<String> distinct(Fields fields, String name, Function<String, String> plain) {
        List<FieldValue> values = fields.all(name);
        if (values.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(values.size());
        for (FieldValue value : values) {
            String text = plain.apply(value.value());
            if (!text.isEmpty() && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static List<LocalDate> dates(Fields fields, String name) {
        List<FieldValue> values = fields.all(name);
        return values.isEmpty()
                ? List.of()
                : values.stream()
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

    private static String claim(String text) {
        return Numbers.digits(text).length() < FEWEST_DIGITS ? "" : Numbers.plain(text);
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
