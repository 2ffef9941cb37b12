package org.caseward.matching.scoring;

import java.util.Map;
import org.caseward.report.FieldNames;
import org.caseward.report.FieldValue;
import org.caseward.report.Fields;

/** How surely the fields behind each trait were read. */
final class Sureness {
    private static final Map<Trait, String> FIELDS = Map.ofEntries(
            Map.entry(Trait.FAMILY, FieldNames.FAMILY),
            Map.entry(Trait.GIVEN, FieldNames.GIVEN),
            Map.entry(Trait.MIDDLE, FieldNames.MIDDLE),
            Map.entry(Trait.SUFFIX, FieldNames.SUFFIX),
            Map.entry(Trait.BIRTH_DATE, FieldNames.BIRTH_DATE),
            Map.entry(Trait.SEX, FieldNames.SEX),
            Map.entry(Trait.SSN, FieldNames.SSN_LAST4),
            Map.entry(Trait.EMPLOYEE_NUMBER, FieldNames.EMPLOYEE_NUMBER),
            Map.entry(Trait.PHONE, FieldNames.PHONE),
            Map.entry(Trait.ADDRESS, FieldNames.ADDRESS),
            Map.entry(Trait.NUMBER, FieldNames.CLAIM_NUMBER),
            Map.entry(Trait.INJURY_DATE, FieldNames.INJURY_DATE),
            Map.entry(Trait.BODY_PART, FieldNames.BODY_PART),
            Map.entry(Trait.DIAGNOSIS, FieldNames.DIAGNOSIS),
            Map.entry(Trait.EMPLOYER, FieldNames.EMPLOYER),
            Map.entry(Trait.UNIT, FieldNames.UNIT),
            Map.entry(Trait.PROVIDER, FieldNames.PROVIDER_NAME));
    private static final Trait[] TRAITS = Trait.values();

    private Sureness() {}

    static double[] of(Fields fields) {
        double[] sure = new double[TRAITS.length];
        for (Trait trait : TRAITS) {
            String name = FIELDS.get(trait);
            sure[trait.ordinal()] = name == null ? 1 : least(fields, name);
        }
        return sure;
    }

    private static double least(Fields fields, String name) {
        double least = 1;
        for (FieldValue value : fields.all(name)) {
            least = Math.min(least, Math.clamp(value.confidence(), 0, 1));
        }
        return least;
    }
}
