package org.caseward.validation;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** Which value sets can be judged here. LOINC, SNOMED CT and the like are licensed and large, so they are not at hand, and neither are the sets picked out of them. */
final class KnownTerms {
    private final IValidationSupport known;

    KnownTerms(IValidationSupport known) {
        this.known = known;
    }

    boolean decidable(String valueSet) {
        return known.fetchValueSet(valueSet) instanceof ValueSet found
                && found.getCompose().getInclude().stream().allMatch(this::decidable);
    }

    private boolean decidable(ConceptSetComponent part) {
        List<org.hl7.fhir.r4.model.CanonicalType> sets = part.getValueSet();
        boolean listed = part.hasConcept() || !part.hasSystem() || isWhole(part.getSystem());
        return listed && sets.stream().allMatch(set -> decidable(set.getValue()));
    }

    private boolean isWhole(String system) {
        return known.fetchCodeSystem(system) instanceof CodeSystem found
                && found.getContent() == CodeSystemContentMode.COMPLETE;
    }
}
