package org.caseward.publishing.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** A report as a FHIR R4 Bundle of type collection: who and what it tells of, the document itself, how it came to be, and the task of reviewing it. */
public final class FhirRecords {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private FhirRecords() {}

    public static Bundle bundle(FiledReport report) {
        Values values = new Values(report.fields());
        RecordBundle bundle = new RecordBundle(report);
        PeopleToldOf people = new PeopleToldOf(values, bundle);
        Reference patient = people.patient();
        @Nullable Reference practitioner = people.practitioner();
        VisitToldOf visit = new VisitToldOf(report, values, bundle, patient);
        @Nullable Reference encounter = visit.encounter(practitioner);
        List<Reference> conditions = visit.conditions(encounter);
        WorkToldOf work = new WorkToldOf(values, bundle, patient, encounter);
        work.status();
        work.improvement();
        work.job(people.employer());
        RequestsToldOf requests = new RequestsToldOf(report, values, bundle, patient, practitioner);
        requests.services(conditions);
        requests.followUp();
        requests.medications();
        Reference document = new PaperToldOf(report, bundle).document(patient, practitioner, encounter);
        HowItCame came = new HowItCame(report, bundle);
        came.task(document, patient);
        came.provenance(practitioner);
        return bundle.made();
    }

    /** The same, as JSON on one line. */
    public static String json(FiledReport report) {
        return FHIR.newJsonParser().encodeResourceToString(bundle(report));
    }
}
