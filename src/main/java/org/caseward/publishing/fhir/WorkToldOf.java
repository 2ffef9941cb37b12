package org.caseward.publishing.fhir;

import java.util.List;
import java.util.Optional;
import org.caseward.report.FieldNames;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of the patient's work, as Observations. Work status, restrictions and maximum medical improvement have no code of others that means just that, so ours stands; the
 * job is LOINC 11341-5 with the employer's extension of HL7's Occupational Data for Health.
 */
final class WorkToldOf {
    private static final String EMPLOYER = "http://hl7.org/fhir/us/odh/StructureDefinition/odh-Employer-extension";

    private final Values values;
    private final RecordBundle bundle;
    private final Reference patient;
    private final @Nullable Reference encounter;

    WorkToldOf(Values values, RecordBundle bundle, Reference patient, @Nullable Reference encounter) {
        this.values = values;
        this.bundle = bundle;
        this.patient = patient;
        this.encounter = encounter;
    }

    void status() {
        Optional<String> status = values.text(FieldNames.WORK_STATUS);
        List<String> restrictions = values.all(FieldNames.RESTRICTION);
        if (status.isEmpty() && restrictions.isEmpty()) {
            return;
        }
        Observation observation = observation(Coded.own("observation", "work-status", "Work status"));
        status.ifPresentOrElse(
                code -> observation.setValue(Coded.own("work-status", code, Coded.words(code))),
                () -> observation.setDataAbsentReason(unknown()));
        period().ifPresentOrElse(
                        observation::setEffective,
                        () -> values.date(FieldNames.SERVICE_DATE).ifPresent(observation::setEffective));
        restrictions.forEach(restriction -> observation
                .addComponent()
                .setCode(Coded.own("observation", "restriction", "Restriction"))
                .setValue(new StringType(restriction)));
        bundle.add("work-status", observation);
    }

    /** A period that ends before it begins is no period in FHIR: then only its beginning stands, and the finding tells of the rest. */
    private Optional<Period> period() {
        Optional<DateTimeType> from = values.date(FieldNames.WORK_STATUS_FROM);
        Optional<DateTimeType> through = values.date(FieldNames.WORK_STATUS_THROUGH)
                .filter(end ->
                        from.isEmpty() || !end.getValue().before(from.get().getValue()));
        if (from.isEmpty() && through.isEmpty()) {
            return Optional.empty();
        }
        Period period = new Period();
        from.ifPresent(period::setStartElement);
        through.ifPresent(period::setEndElement);
        return Optional.of(period);
    }

    void improvement() {
        Optional<String> said = values.text(FieldNames.MMI);
        Optional<DateTimeType> day = values.date(FieldNames.MMI_DATE);
        if (said.isPresent() || day.isPresent()) {
            Observation observation =
                    observation(Coded.own("observation", "mmi", "Maximum medical improvement reached"));
            said.ifPresentOrElse(
                    words -> observation.setValue(new BooleanType(yes(words))),
                    // a day alone may be one that is hoped for
                    () -> observation.setDataAbsentReason(unknown()));
            day.ifPresent(observation::setEffective);
            bundle.add("mmi", observation);
        }
    }

    private static CodeableConcept unknown() {
        return Coded.hl7("data-absent-reason", "unknown");
    }

    private static boolean yes(String said) {
        return said.equals("true") || said.equals("yes");
    }

    void job(@Nullable Reference employer) {
        Optional<String> occupation = values.text(FieldNames.OCCUPATION);
        if (occupation.isEmpty() && employer == null) {
            return;
        }
        Observation observation = observation(Coded.loinc("11341-5", "History of Occupation"));
        occupation.ifPresentOrElse(
                words -> observation.setValue(new CodeableConcept().setText(words)),
                () -> observation.setDataAbsentReason(unknown()));
        if (employer != null) {
            observation.addExtension(EMPLOYER, employer);
        }
        bundle.add("job", observation);
    }

    private Observation observation(CodeableConcept code) {
        Observation observation = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(code)
                .setSubject(patient);
        observation.addCategory(Coded.hl7("observation-category", "social-history"));
        if (encounter != null) {
            observation.setEncounter(encounter);
        }
        return observation;
    }
}
