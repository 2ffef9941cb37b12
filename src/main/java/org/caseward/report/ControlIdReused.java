package org.caseward.report;

import java.util.List;

/** Told when a sender's name for a delivery (a control id, fax id, FHIR identifier) came again with other content. Both are kept. */
public record ControlIdReused(String connection, String receiptNumber, List<String> programs) {
    public ControlIdReused {
        programs = List.copyOf(programs);
    }
}
