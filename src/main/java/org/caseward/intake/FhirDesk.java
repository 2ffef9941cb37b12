package org.caseward.intake;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.util.Map;
import java.util.Optional;
import org.caseward.report.Channel;
import org.caseward.report.OutageException;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Receives a DocumentReference or a transaction Bundle; what was posted is kept byte for byte. */
@Component
public class FhirDesk {
    private static final String MEDIA_TYPE = "application/fhir+json";

    private final IntakeDoor door;
    private final Connections connections;
    private final FhirCheck check = new FhirCheck();

    FhirDesk(IntakeDoor door, Connections connections) {
        this.door = door;
        this.connections = connections;
    }

    @Create
    public MethodOutcome create(@ResourceParam DocumentReference document, RequestDetails request) {
        check.orRefuse(document, request.getFhirContext());
        Receipted kept = keep(document, identifier(document), request);
        tellReceipt(kept, request);
        return new MethodOutcome(new IdType("DocumentReference", kept.report().toString()), true);
    }

    @Transaction
    public Bundle transaction(@TransactionParam Bundle bundle, RequestDetails request) {
        check.orRefuse(bundle, request.getFhirContext());
        Receipted kept = keep(bundle, value(bundle.getIdentifier()), request);
        tellReceipt(kept, request);
        Bundle answer = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        int number = 0;
        for (BundleEntryComponent entry : bundle.getEntry()) {
            String location = entry.getResource().fhirType() + "/" + kept.report() + "-" + ++number;
            answer.addEntry().getResponse().setStatus("201 Created").setLocation(location);
        }
        return answer;
    }

    /** On the response itself: HAPI sends a {@link MethodOutcome}'s headers for some operations only, and a create is not one of them. */
    private static void tellReceipt(Receipted kept, RequestDetails request) {
        request.getResponse().addHeader("X-Receipt", kept.receiptNumber());
    }

    private Receipted keep(Resource resource, Optional<String> identifier, RequestDetails request) {
        byte[] bytes = request.loadRequestContents();
        String client = registered(client());
        String hash = Hash.hex(bytes);
        String key = Optional.ofNullable(request.getHeader("If-None-Exist"))
                .or(() -> identifier)
                .orElse(hash);
        Delivery delivery = new Delivery(
                Channel.FHIR,
                client,
                client,
                key,
                identifier.orElse(key),
                mediaType(request),
                lane(resource, request),
                bytes,
                Map.of("resource", resource.fhirType()));
        try {
            return door.deliver(delivery);
        } catch (IntakeDoor.Closed e) {
            throw unavailable(
                    "This channel is stopped at the moment. Nothing was kept. Please send it again later.", e);
        } catch (OutageException e) {
            throw unavailable("The report could not be kept. Please send it again.", e);
        }
    }

    private static UnclassifiedServerFailureException unavailable(String text, Throwable cause) {
        UnclassifiedServerFailureException answer = new UnclassifiedServerFailureException(503, text);
        answer.initCause(cause);
        answer.addResponseHeader("Retry-After", "30");
        return answer;
    }

    private static String mediaType(RequestDetails request) {
        String sent = request.getHeader("Content-Type");
        return sent != null && sent.contains("xml") ? "application/fhir+xml" : MEDIA_TYPE;
    }

    private static Delivery.Lane lane(Resource resource, RequestDetails request) {
        boolean documents =
                request
                        .getFhirContext()
                        .newTerser()
                        .getAllPopulatedChildElementsOfType(resource, Attachment.class)
                        .stream()
                        .anyMatch(Attachment::hasData);
        boolean binaries = resource instanceof Bundle bundle
                && bundle.getEntry().stream().anyMatch(e -> e.getResource() instanceof org.hl7.fhir.r4.model.Binary);
        return documents || binaries ? Delivery.Lane.DOCUMENTS : Delivery.Lane.STRUCTURED;
    }

    private static Optional<String> identifier(DocumentReference document) {
        return value(document.getMasterIdentifier()).or(() -> value(document.getIdentifierFirstRep()));
    }

    private static Optional<String> value(Identifier identifier) {
        return Optional.ofNullable(identifier.getValue()).filter(text -> !text.isBlank());
    }

    /** A token alone does not make a sender: its client must have a FHIR connection with its programs. */
    private String registered(String client) {
        if (connections.find(Channel.FHIR, client).isEmpty()) {
            throw new ForbiddenOperationException(
                    "This client has no FHIR connection here, so nothing was kept. Ask the agency's IT to register it.");
        }
        return client;
    }

    private static String client() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null) {
            throw new AuthenticationException("Sign in with an access token first.");
        }
        return who.getName();
    }
}
