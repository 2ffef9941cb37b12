package org.caseward.publishing.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caseward.report.FieldNames;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;

/** What a report asks for or plans: services, the next visit, medication. */
final class RequestsToldOf {
    /** Types that ask for something; in all others a procedure was done and is not asked for. */
    private static final Set<String> ASKING = Set.of("treatment-request", "referral", "ca-rfa", "fed-ca-16");

    private final FiledReport report;
    private final Values values;
    private final RecordBundle bundle;
    private final Reference patient;
    private final @Nullable Reference requester;

    RequestsToldOf(
            FiledReport report, Values values, RecordBundle bundle, Reference patient, @Nullable Reference requester) {
        this.report = report;
        this.values = values;
        this.bundle = bundle;
        this.patient = patient;
        this.requester = requester;
    }

    void services(List<Reference> conditions) {
        if (ASKING.contains(report.documentType())) {
            List<String> procedures = values.all(FieldNames.PROCEDURE);
            List<String> asked = procedures.isEmpty() ? List.of(Coded.words(report.documentType())) : procedures;
            for (int i = 0; i < asked.size(); i++) {
                ServiceRequest request = request(ServiceRequestIntent.PROPOSAL, asked.get(i));
                conditions.forEach(request::addReasonReference);
                values.all(FieldNames.BODY_PART)
                        .forEach(part -> request.addBodySite(new CodeableConcept().setText(part)));
                values.date(FieldNames.SERVICE_DATE).ifPresent(request::setAuthoredOnElement);
                bundle.add("service/" + i, request);
            }
        }
    }

    void followUp() {
        values.date(FieldNames.FOLLOW_UP_DATE).ifPresent(day -> {
            ServiceRequest request = request(ServiceRequestIntent.PLAN, "Follow-up visit");
            request.setOccurrence(day);
            bundle.add("follow-up", request);
        });
    }

    private ServiceRequest request(ServiceRequestIntent intent, String words) {
        ServiceRequest request = new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(intent)
                .setCode(new CodeableConcept().setText(words))
                .setSubject(patient);
        Optional.ofNullable(requester).ifPresent(request::setRequester);
        return request;
    }

    /** As the report tells of them; that they were ordered by its author is not said, so they are reported. */
    void medications() {
        List<String> all = values.all(FieldNames.MEDICATION);
        for (int i = 0; i < all.size(); i++) {
            MedicationRequest request = new MedicationRequest()
                    .setStatus(MedicationRequestStatus.UNKNOWN)
                    .setIntent(MedicationRequestIntent.PLAN)
                    .setMedication(new CodeableConcept().setText(all.get(i)))
                    .setSubject(patient);
            Optional.ofNullable(requester).ifPresent(request::setRequester);
            values.date(FieldNames.SERVICE_DATE).ifPresent(request::setAuthoredOnElement);
            bundle.add("medication/" + i, request);
        }
    }
}
