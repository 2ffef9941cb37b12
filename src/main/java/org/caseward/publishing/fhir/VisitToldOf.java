package org.caseward.publishing.fhir;

import java.util.ArrayList;
import java.util.List;
import org.caseward.report.FieldNames;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** The visit that a report is about, and the conditions that were found on it. */
final class VisitToldOf {
    private static final String CLASSES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private final FiledReport report;
    private final Values values;
    private final RecordBundle bundle;
    private final Reference patient;

    VisitToldOf(FiledReport report, Values values, RecordBundle bundle, Reference patient) {
        this.report = report;
        this.values = values;
        this.bundle = bundle;
        this.patient = patient;
    }

    /** Null where the report names no day. */
    @Nullable
    Reference encounter(@Nullable Reference practitioner) {
        return values.date(FieldNames.SERVICE_DATE)
                .map(day -> {
                    Encounter encounter = new Encounter()
                            .setStatus(EncounterStatus.FINISHED)
                            .setClass_(new Coding().setSystem(CLASSES).setCode(kind()))
                            .setSubject(patient)
                            .setPeriod(new Period().setStartElement(day).setEndElement(day.copy()));
                    encounter.addType(new CodeableConcept().setText(Coded.words(report.documentType())));
                    if (practitioner != null) {
                        encounter.addParticipant().setIndividual(practitioner);
                    }
                    return bundle.add("encounter", encounter);
                })
                .orElse(null);
    }

    /** A discharge ends a stay; all other reports are taken for visits. */
    private String kind() {
        return report.documentType().equals("discharge-summary") ? "IMP" : "AMB";
    }

    /** One for each diagnosis; where none is given, one for the parts of the body that are named. */
    List<Reference> conditions(@Nullable Reference encounter) {
        List<Reference> all = new ArrayList<>();
        List<String> diagnoses = values.all(FieldNames.DIAGNOSIS);
        for (String diagnosis : diagnoses) {
            all.add(condition(all.size(), Coded.diagnosis(diagnosis), encounter));
        }
        if (diagnoses.isEmpty() && !values.all(FieldNames.BODY_PART).isEmpty()) {
            all.add(condition(0, new CodeableConcept().setText("Injury"), encounter));
        }
        return all;
    }

    private Reference condition(int number, CodeableConcept code, @Nullable Reference encounter) {
        Condition condition = new Condition()
                .setClinicalStatus(Coded.hl7("condition-clinical", "active"))
                .setCode(code)
                .setSubject(patient);
        condition.addCategory(Coded.hl7("condition-category", "encounter-diagnosis"));
        values.all(FieldNames.BODY_PART).forEach(part -> condition.addBodySite(new CodeableConcept().setText(part)));
        values.date(FieldNames.INJURY_DATE).ifPresent(condition::setOnset);
        values.date(FieldNames.SERVICE_DATE).ifPresent(condition::setRecordedDateElement);
        if (encounter != null) {
            condition.setEncounter(encounter);
        }
        return bundle.add("condition/" + number, condition);
    }
}
