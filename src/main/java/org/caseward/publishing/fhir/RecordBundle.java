package org.caseward.publishing.fhir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.caseward.report.ReportId;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A Bundle in the making. What a resource is for the report names it: the same report gives the same ids for ever. */
final class RecordBundle {
    static final String SYSTEM = "urn:caseward:";

    private final ReportId report;
    private final Bundle bundle = new Bundle();

    RecordBundle(FiledReport report) {
        this.report = report.id();
        bundle.setId(report.id().toString());
        bundle.setType(Bundle.BundleType.COLLECTION);
        bundle.getIdentifier().setSystem(SYSTEM + "report").setValue(report.id().toString());
        bundle.setTimestampElement(
                Moments.instant(report.decided().map(FiledReport.Decided::at).orElse(report.receivedAt())));
    }

    /** @param role {@code patient}, {@code condition/0} … */
    UUID id(String role) {
        return UUID.nameUUIDFromBytes((report + "/" + role).getBytes(StandardCharsets.UTF_8));
    }

    Reference add(String role, Resource resource) {
        return add(id(role), resource);
    }

    Reference add(UUID id, Resource resource) {
        resource.setId(id.toString());
        bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(resource);
        return to(id);
    }

    static Reference to(UUID id) {
        return new Reference("urn:uuid:" + id);
    }

    /** References to all that was added so far. */
    List<Reference> all() {
        List<Reference> all = new ArrayList<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            all.add(new Reference(entry.getFullUrl()));
        }
        return all;
    }

    Bundle made() {
        return bundle;
    }
}
