package org.caseward.intake;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * What is checked before a FHIR delivery is kept: the elements that R4 requires (minimum cardinality, as the structures' own definitions state it) and that references inside
 * a Bundle lead somewhere. All complaints are told at once, each with its element. Profiles are checked later.
 */
final class FhirCheck {
    private static final int DEEPEST = 60;

    void orRefuse(Resource resource, FhirContext context) {
        OperationOutcome outcome = new OperationOutcome();
        required(resource, resource.fhirType(), context, outcome, 0);
        if (resource instanceof Bundle bundle) {
            bundle(bundle, context, outcome);
        }
        if (outcome.hasIssue()) {
            throw new UnprocessableEntityException(outcome.getIssueFirstRep().getDiagnostics(), outcome);
        }
    }

    private void required(IBase element, String path, FhirContext context, OperationOutcome outcome, int depth) {
        if (depth > DEEPEST
                || !(context.getElementDefinition(element.getClass())
                        instanceof BaseRuntimeElementCompositeDefinition<?> definition)) {
            return;
        }
        for (BaseRuntimeChildDefinition child : definition.getChildrenAndExtension()) {
            List<IBase> values = child.getAccessor().getValues(element);
            if (child.getMin() > 0 && values.stream().allMatch(IBase::isEmpty)) {
                complain(outcome, IssueType.REQUIRED, path + "." + child.getElementName(), "is required and missing");
            }
            int index = 0;
            for (IBase value : values) {
                String at = path + "." + child.getElementName() + (child.getMax() == 1 ? "" : "[" + index++ + "]");
                required(value, at, context, outcome, depth + 1);
            }
        }
    }

    private static void bundle(Bundle bundle, FhirContext context, OperationOutcome outcome) {
        if (bundle.getType() != Bundle.BundleType.TRANSACTION) {
            complain(outcome, IssueType.VALUE, "Bundle.type", "must be transaction");
        }
        Set<String> known = new HashSet<>();
        bundle.getEntry().forEach(entry -> known.add(entry.getFullUrl()));
        List<BundleEntryComponent> entries = new ArrayList<>(bundle.getEntry());
        if (entries.isEmpty()) {
            complain(outcome, IssueType.REQUIRED, "Bundle.entry", "is required: an empty Bundle reports nothing");
        }
        for (int i = 0; i < entries.size(); i++) {
            BundleEntryComponent entry = entries.get(i);
            String at = "Bundle.entry[" + i + "]";
            if (!entry.hasResource()) {
                complain(outcome, IssueType.REQUIRED, at + ".resource", "is required and missing");
                continue;
            }
            if (!entry.hasRequest()) {
                complain(outcome, IssueType.REQUIRED, at + ".request", "is required in a transaction and missing");
            }
            references(entry.getResource(), at + ".resource", known, context, outcome);
        }
    }

    private static void references(
            Resource resource, String at, Set<String> known, FhirContext context, OperationOutcome outcome) {
        context.newTerser().getAllResourceReferences(resource).forEach(info -> {
            String target = ((Reference) info.getResourceReference()).getReference();
            if (target != null && target.startsWith("urn:") && !known.contains(target)) {
                complain(
                        outcome,
                        IssueType.NOTFOUND,
                        at + "." + info.getName(),
                        "refers to an entry that is not in the Bundle");
            }
        });
    }

    private static void complain(OperationOutcome outcome, IssueType type, String element, String what) {
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(type)
                .setDiagnostics(element + " " + what + ".")
                .addExpression(element);
    }
}
