package org.caseward.validation;

import java.util.Optional;
import org.caseward.report.ReportId;
import org.hl7.fhir.r4.model.Resource;

/** A report as the FHIR that is held against the profiles: what a FHIR sender sent, and of all others the record that the hub makes of it. */
public interface Checkable {
    /**
     * @return a copy to be changed; empty where there is none, or it is too large to be looked at
     * @throws org.caseward.report.OutageException where what is kept can't be read now
     */
    Optional<Resource> of(ReportId report);
}
