package org.caseward.publishing.fhir;

import static org.caseward.publishing.fhir.RecordBundle.SYSTEM;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.caseward.report.FieldNames;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Who a report speaks of: its patient, its provider and the employer, as the report names them (not as the case knows them). */
final class PeopleToldOf {
    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";
    private static final String KINDS = "v2-0203";

    private final Values values;
    private final RecordBundle bundle;

    PeopleToldOf(Values values, RecordBundle bundle) {
        this.values = values;
        this.bundle = bundle;
    }

    Reference patient() {
        Patient patient = new Patient();
        number(patient, FieldNames.MRN, "mrn", "MR");
        number(patient, FieldNames.EMPLOYEE_NUMBER, "employee-number", "EI");
        number(patient, FieldNames.SSN_LAST4, "ssn-last4", "SS");
        name().ifPresent(patient::addName);
        values.text(FieldNames.SEX).map(PeopleToldOf::gender).ifPresent(patient::setGender);
        values.day(FieldNames.BIRTH_DATE).ifPresent(day -> patient.setBirthDateElement(new DateType(day.toString())));
        values.all(FieldNames.PHONE).forEach(phone -> patient.addTelecom(contact(ContactPointSystem.PHONE, phone)));
        values.all(FieldNames.ADDRESS).forEach(line -> patient.addAddress().setText(line));
        return bundle.add("patient", patient);
    }

    private void number(Patient patient, String field, String system, String kind) {
        values.all(field)
                .forEach(value -> patient.addIdentifier()
                        .setType(Coded.hl7(KINDS, kind))
                        .setSystem(SYSTEM + system)
                        .setValue(value));
    }

    private Optional<HumanName> name() {
        HumanName name = new HumanName();
        values.text(FieldNames.FAMILY).ifPresent(name::setFamily);
        Stream.of(FieldNames.GIVEN, FieldNames.MIDDLE)
                .flatMap(field -> values.text(field).stream())
                .forEach(name::addGiven);
        values.text(FieldNames.SUFFIX).ifPresent(name::addSuffix);
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static AdministrativeGender gender(String sex) {
        return switch (sex.toUpperCase(Locale.ROOT)) {
            case "M" -> AdministrativeGender.MALE;
            case "F" -> AdministrativeGender.FEMALE;
            case "O", "X" -> AdministrativeGender.OTHER;
            default -> AdministrativeGender.UNKNOWN;
        };
    }

    private static ContactPoint contact(ContactPointSystem system, String value) {
        return new ContactPoint().setSystem(system).setValue(value);
    }

    /** Null where the report names none. */
    @Nullable
    Reference practitioner() {
        Practitioner practitioner = new Practitioner();
        values.text(FieldNames.PROVIDER_NPI)
                .ifPresent(npi -> practitioner.addIdentifier().setSystem(NPI).setValue(npi));
        values.text(FieldNames.PROVIDER_LICENCE)
                .ifPresent(licence -> practitioner.addIdentifier(new Identifier()
                        .setType(Coded.hl7(KINDS, "MD"))
                        .setSystem(SYSTEM + "licence")
                        .setValue(licence)));
        values.text(FieldNames.PROVIDER_NAME)
                .ifPresent(name -> practitioner.addName().setText(name));
        values.text(FieldNames.PROVIDER_PHONE)
                .ifPresent(phone -> practitioner.addTelecom(contact(ContactPointSystem.PHONE, phone)));
        values.text(FieldNames.PROVIDER_FAX)
                .ifPresent(fax -> practitioner.addTelecom(contact(ContactPointSystem.FAX, fax)));
        return practitioner.isEmpty() ? null : bundle.add("practitioner", practitioner);
    }

    /** Null where the report names none. */
    @Nullable
    Reference employer() {
        return values.text(FieldNames.EMPLOYER)
                .map(name -> {
                    Organization employer = new Organization().setName(name);
                    values.text(FieldNames.UNIT).ifPresent(employer::addAlias);
                    return bundle.add("employer", employer);
                })
                .orElse(null);
    }
}
