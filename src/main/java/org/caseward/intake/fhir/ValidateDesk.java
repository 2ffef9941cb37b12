package org.caseward.intake.fhir;

import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Validate;
import ca.uhn.fhir.rest.api.MethodOutcome;
import org.caseward.report.OutageException;
import org.caseward.validation.FhirValidation;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a sender what R4 has to say of a resource, and keeps nothing of it. */
@Component
public class ValidateDesk {
    private final FhirGate gate;
    private final FhirValidation validation;

    ValidateDesk(FhirGate gate, FhirValidation validation) {
        this.gate = gate;
        this.validation = validation;
    }

    @Validate(type = DocumentReference.class)
    public MethodOutcome validate(
            @ResourceParam DocumentReference document, @Validate.Profile @Nullable String profile) {
        return look(document, profile);
    }

    @Validate(type = DiagnosticReport.class)
    public MethodOutcome validate(@ResourceParam DiagnosticReport report, @Validate.Profile @Nullable String profile) {
        return look(report, profile);
    }

    @Validate(type = Bundle.class)
    public MethodOutcome validate(@ResourceParam Bundle bundle, @Validate.Profile @Nullable String profile) {
        return look(bundle, profile);
    }

    @Validate(type = Binary.class)
    public MethodOutcome validate(@ResourceParam Binary binary, @Validate.Profile @Nullable String profile) {
        return look(binary, profile);
    }

    /** Whoever may hand in a resource may have it validated. */
    private MethodOutcome look(Resource resource, @Nullable String profile) {
        gate.open('c', resource.fhirType());
        MethodOutcome answer = new MethodOutcome();
        try {
            answer.setOperationOutcome(validation.validate(resource, profile));
        } catch (OutageException e) {
            throw FhirKeeping.unavailable(
                    "The validator is warming up or busy. Nothing was looked at. Please ask again.", e);
        }
        return answer;
    }
}
