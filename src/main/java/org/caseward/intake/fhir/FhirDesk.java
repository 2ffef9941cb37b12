package org.caseward.intake.fhir;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Optional;
import org.caseward.intake.Connection;
import org.caseward.intake.IntakeDoor;
import org.caseward.intake.Receipted;
import org.caseward.intake.fhir.FhirKeeping.Named;
import org.caseward.report.Channel;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** Where reports are handed in: one document, one diagnostic report, a transaction, or attachments to a claim as Da Vinci CDex sends them. */
@Component
public class FhirDesk {
    private final FhirGate gate;
    private final FhirKeeping keeping;
    private final HeldBinaries binaries;
    private final IntakeDoor door;

    FhirDesk(FhirGate gate, FhirKeeping keeping, HeldBinaries binaries, IntakeDoor door) {
        this.gate = gate;
        this.keeping = keeping;
        this.binaries = binaries;
        this.door = door;
    }

    @Create
    public MethodOutcome create(@ResourceParam DocumentReference document, RequestDetails request) {
        Connection from = gate.open('c', "DocumentReference");
        Named named = Named.of(document.getMasterIdentifier(), document.getIdentifierFirstRep());
        return created("DocumentReference", keeping.keep(from, document, named, request), request);
    }

    @Create
    public MethodOutcome create(@ResourceParam DiagnosticReport report, RequestDetails request) {
        Connection from = gate.open('c', "DiagnosticReport");
        Named named = Named.of(report.getIdentifierFirstRep());
        return created("DiagnosticReport", keeping.keep(from, report, named, request), request);
    }

    /** Held until a report names it. */
    @Create
    public MethodOutcome create(@ResourceParam Binary binary, RequestDetails request) {
        Connection from = gate.open('c', "Binary");
        if (binary.getData() == null || binary.getData().length == 0 || !binary.hasContentType()) {
            throw new UnprocessableEntityException(
                    "Binary.data and Binary.contentType are required, or the document itself as the body under its own Content-Type.");
        }
        HeldBinaries.Held held = FhirKeeping.orAgain(() -> {
            door.requireOpen(Channel.FHIR);
            return binaries.hold(from, binary.getContentType(), binary.getData());
        });
        return new MethodOutcome(new IdType("Binary", held.id()), true);
    }

    @Transaction
    public Bundle transaction(@TransactionParam Bundle bundle, RequestDetails request) {
        Connection from = gate.open('c', "Bundle");
        Receipted kept = keeping.keep(from, bundle, Named.of(bundle.getIdentifier()), request);
        Bundle answer = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        int number = 0;
        for (BundleEntryComponent entry : bundle.getEntry()) {
            String location = entry.getResource().fhirType() + "/" + kept.report() + "-" + ++number;
            answer.addEntry().getResponse().setStatus("201 Created").setLocation(location);
        }
        return answer;
    }

    /** One tracking id may bring attachments at several times: the content tells the deliveries apart. */
    @Operation(name = "$submit-attachment")
    public OperationOutcome submit(@ResourceParam Parameters parameters, RequestDetails request) {
        Connection from = gate.open('c', "DocumentReference");
        Optional<String> tracking = parameters.getParameter().stream()
                .filter(one -> "TrackingId".equals(one.getName()))
                .flatMap(one -> one.getValue() instanceof Identifier id ? FhirKeeping.value(id).stream() : null)
                .findFirst();
        Receipted kept = keeping.keep(from, parameters, new Named(Optional.empty(), tracking), request);
        OperationOutcome answer = new OperationOutcome();
        answer.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics("Kept as receipt " + kept.receiptNumber() + ". Ask for DocumentReference/"
                        + kept.report() + " to see what became of it.");
        return answer;
    }

    private static MethodOutcome created(String type, Receipted kept, RequestDetails request) {
        boolean there = kept.again() && FhirKeeping.conditional(request);
        return new MethodOutcome(new IdType(type, kept.report().toString()), !there);
    }
}
