package org.caseward.intake.fhir;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** All that is wrong with a resource, told at once, each with its element and never with its content. */
final class Complaints {
    private final OperationOutcome outcome = new OperationOutcome();

    void add(IssueType type, String element, String what) {
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(type)
                .setDiagnostics(element + " " + what + ".")
                .addExpression(element);
    }

    /** @throws UnprocessableEntityException (422) where there is any */
    void orRefuse() {
        if (outcome.hasIssue()) {
            throw new UnprocessableEntityException(outcome.getIssueFirstRep().getDiagnostics(), outcome);
        }
    }
}
