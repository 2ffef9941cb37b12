package org.caseward.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Set;
import org.caseward.validation.RequiredElements;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/**
 * What is checked before a FHIR delivery is kept: the elements that R4 requires (minimum cardinality, as the structures' own definitions state it) and what a transaction
 * asks of its entries. Profiles are checked on request ({@code $validate}).
 */
final class FhirCheck {
    private static final Set<HTTPVerb> HANDING_IN = Set.of(HTTPVerb.POST, HTTPVerb.PUT);

    void look(Resource resource, FhirContext context, Complaints complaints) {
        RequiredElements.missing(resource, context)
                .forEach(path -> complaints.add(IssueType.REQUIRED, path, "is required and missing"));
        if (resource instanceof Bundle bundle) {
            bundle(bundle, complaints);
        }
    }

    private static void bundle(Bundle bundle, Complaints complaints) {
        if (bundle.getType() != Bundle.BundleType.TRANSACTION) {
            complaints.add(IssueType.VALUE, "Bundle.type", "must be transaction");
        }
        List<BundleEntryComponent> entries = bundle.getEntry();
        if (entries.isEmpty()) {
            complaints.add(IssueType.REQUIRED, "Bundle.entry", "is required: an empty Bundle reports nothing");
        }
        for (int i = 0; i < entries.size(); i++) {
            entry(entries.get(i), "Bundle.entry[" + i + "]", complaints);
        }
    }

    private static void entry(BundleEntryComponent entry, String at, Complaints complaints) {
        if (!entry.hasResource()) {
            complaints.add(IssueType.REQUIRED, at + ".resource", "is required and missing");
        }
        if (!entry.hasRequest()) {
            complaints.add(IssueType.REQUIRED, at + ".request", "is required in a transaction and missing");
        } else if (entry.getRequest().hasMethod()
                && !HANDING_IN.contains(entry.getRequest().getMethod())) {
            complaints.add(
                    IssueType.NOTSUPPORTED,
                    at + ".request.method",
                    "must be POST (or PUT): reports are handed in here");
        }
    }
}
