package org.caseward.validation;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** Which profile of US Core a resource is held against, where a package that the operator laid down has it. Versions before 5 have one for all conditions. */
final class ProfileChoice {
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";
    private static final Map<String, List<String>> BY_TYPE = Map.of(
            "Patient", List.of("patient"),
            "DocumentReference", List.of("documentreference"),
            "DiagnosticReport", List.of("diagnosticreport-note"),
            "Encounter", List.of("encounter"),
            "Condition", List.of("condition-encounter-diagnosis", "condition"),
            "MedicationRequest", List.of("medicationrequest"));
    private static final List<String> PROBLEM = List.of("condition-problems-health-concerns", "condition");

    private final IValidationSupport known;

    ProfileChoice(IValidationSupport known) {
        this.known = known;
    }

    /** Names the profile in each resource that has one here; a sender's own claims stay beside it. */
    void claim(Resource resource) {
        within(resource)
                .forEach(each -> profile(each).ifPresent(url -> {
                    if (!each.getMeta().hasProfile(url)) {
                        each.getMeta().addProfile(url);
                    }
                }));
    }

    private static Stream<Resource> within(Resource resource) {
        return switch (resource) {
            case Bundle bundle ->
                bundle.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(java.util.Objects::nonNull);
            case Parameters parameters ->
                parameters.getParameter().stream()
                        .flatMap(one -> Stream.concat(Stream.of(one), one.getPart().stream()))
                        .map(Parameters.ParametersParameterComponent::getResource)
                        .filter(java.util.Objects::nonNull);
            default -> Stream.of(resource);
        };
    }

    private Optional<String> profile(Resource resource) {
        List<String> names = resource instanceof Condition condition && isProblem(condition)
                ? PROBLEM
                : BY_TYPE.getOrDefault(resource.fhirType(), List.of());
        return names.stream()
                .map(name -> US_CORE + name)
                .filter(url -> known.fetchStructureDefinition(url) != null)
                .findFirst();
    }

    private static boolean isProblem(Condition condition) {
        return condition.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .anyMatch(coding -> !"encounter-diagnosis".equals(coding.getCode()));
    }
}
