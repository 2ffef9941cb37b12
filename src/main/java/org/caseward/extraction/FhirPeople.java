package org.caseward.extraction;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * The patients that FHIR resources bring along. Each entry of a Bundle counts; of those contained in several documents, and of what several attachments bring, only such as
 * differ, for there every document has to repeat its patient.
 */
final class FhirPeople {
    private final List<Patient> different = new ArrayList<>();

    private FhirPeople() {}

    static List<Patient> of(IBaseResource resource) {
        FhirPeople people = new FhirPeople();
        people.look((Resource) resource, resource instanceof Bundle);
        return people.different;
    }

    private void look(Resource resource, boolean entry) {
        switch (resource) {
            case Bundle bundle ->
                bundle.getEntry().stream()
                        .filter(Bundle.BundleEntryComponent::hasResource)
                        .forEach(one -> look(one.getResource(), entry));
            case Parameters parameters -> look(parameters.getParameter());
            case Patient patient -> add(patient, entry);
            case DomainResource domain ->
                domain.getContained().stream()
                        .filter(Patient.class::isInstance)
                        .forEach(patient -> add((Patient) patient, false));
            default -> {
                // says nothing of a patient
            }
        }
    }

    private void look(List<ParametersParameterComponent> parts) {
        for (ParametersParameterComponent part : parts) {
            if (part.hasResource()) {
                look(part.getResource(), false);
            }
            look(part.getPart());
        }
    }

    private void add(Patient patient, boolean always) {
        if (always || different.stream().noneMatch(known -> same(known, patient))) {
            different.add(patient);
        }
    }

    /** What tells people apart, as far as both say it in the same words. */
    private static boolean same(Patient one, Patient other) {
        return told(one).equalsDeep(told(other));
    }

    private static Patient told(Patient patient) {
        Patient told = new Patient();
        told.setIdentifier(patient.getIdentifier());
        told.setName(patient.getName());
        told.setBirthDateElement(patient.getBirthDateElement());
        return told;
    }
}
