package org.caseward.intake.fhir;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.caseward.intake.Connection;
import org.caseward.intake.Delivery;
import org.caseward.intake.IntakeDoor;
import org.caseward.intake.Receipted;
import org.caseward.report.Channel;
import org.caseward.report.DoubledKeys;
import org.caseward.report.OutageException;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Checks what was posted, keeps it byte for byte, and tells the receipt. */
@Component
class FhirKeeping {
    private static final String IF_NONE_EXIST = "If-None-Exist";

    private final IntakeDoor door;
    private final HeldBinaries binaries;
    private final FhirCheck check = new FhirCheck();

    FhirKeeping(IntakeDoor door, HeldBinaries binaries) {
        this.door = door;
        this.binaries = binaries;
    }

    /**
     * @param name what the sender calls this delivery; empty where its content alone tells it from others
     * @param controlId what it is found by, where that is another
     */
    record Named(Optional<String> name, Optional<String> controlId) {
        static Named of(Identifier... identifiers) {
            Optional<String> first = Arrays.stream(identifiers)
                    .flatMap(identifier -> value(identifier).stream())
                    .findFirst();
            return new Named(first, first);
        }
    }

    Receipted keep(Connection connection, Resource resource, Named named, RequestDetails request) {
        FhirReferences references =
                new FhirReferences(request.getFhirServerBase(), id -> orAgain(() -> binaries.holds(connection, id)));
        Complaints complaints = new Complaints();
        check.look(resource, request.getFhirContext(), complaints);
        references.look(resource, request.getFhirContext(), complaints);
        if (resource instanceof org.hl7.fhir.r4.model.Parameters parameters) {
            AttachmentCheck.look(parameters, complaints);
        }
        if (!mediaType(request).endsWith("xml")) {
            DoubledKeys.in(request.loadRequestContents())
                    .ifPresent(name -> complaints.add(
                            OperationOutcome.IssueType.STRUCTURE,
                            resource.fhirType(),
                            "says " + name + " twice in one place"));
        }
        complaints.orRefuse();
        Set<String> heldBefore = references.binaries(resource);
        Delivery delivery = delivery(connection, resource, named, request, !heldBefore.isEmpty());
        Receipted kept = orAgain(() -> door.deliver(delivery));
        binaries.used(connection, heldBefore);
        // on the response itself: HAPI sends a MethodOutcome's headers for some operations only, and a create is not
        // one of them
        request.getResponse().addHeader("X-Receipt", kept.receiptNumber());
        return kept;
    }

    private static Delivery delivery(
            Connection connection, Resource resource, Named named, RequestDetails request, boolean documents) {
        byte[] bytes = request.loadRequestContents();
        String key = condition(request).or(named::name).orElseGet(() -> hash(bytes));
        return new Delivery(
                Channel.FHIR,
                connection.address(),
                connection.address(),
                key,
                named.controlId().orElse(key),
                mediaType(request),
                documents || documents(resource) ? Delivery.Lane.DOCUMENTS : Delivery.Lane.STRUCTURED,
                bytes,
                Map.of("resource", resource.fhirType()));
    }

    /** Whether the sender asked not to create what is there already. */
    static boolean conditional(RequestDetails request) {
        return request.getHeader(IF_NONE_EXIST) != null;
    }

    /** {@code identifier=system|value} names the same as that identifier inside the resource would. */
    private static Optional<String> condition(RequestDetails request) {
        String header = request.getHeader(IF_NONE_EXIST);
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        String query = header.substring(header.indexOf('?') + 1);
        List<String> identifiers = Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith("identifier="))
                .map(part -> URLDecoder.decode(part.substring("identifier=".length()), StandardCharsets.UTF_8))
                .toList();
        return Optional.of(
                identifiers.size() == 1 && !query.contains("&")
                        ? identifiers
                                .getFirst()
                                .substring(identifiers.getFirst().indexOf('|') + 1)
                        : header);
    }

    /** Whatever keeps us from keeping it, the sender is to come again. */
    static <T> T orAgain(Supplier<T> work) {
        try {
            return work.get();
        } catch (IntakeDoor.Closed e) {
            throw unavailable(
                    "This channel is stopped at the moment. Nothing was kept. Please send it again later.", e);
        } catch (OutageException e) {
            throw unavailable("The report could not be kept. Please send it again.", e);
        }
    }

    static UnclassifiedServerFailureException unavailable(String text, Throwable cause) {
        UnclassifiedServerFailureException answer = new UnclassifiedServerFailureException(503, text);
        answer.initCause(cause);
        answer.addResponseHeader("Retry-After", "30");
        return answer;
    }

    private static String mediaType(RequestDetails request) {
        String sent = request.getHeader("Content-Type");
        return sent != null && sent.contains("xml") ? "application/fhir+xml" : "application/fhir+json";
    }

    private static boolean documents(Resource resource) {
        return Inside.of(resource).stream()
                .anyMatch(inside -> inside.resource() instanceof Binary
                        || FhirReferences.attachments(inside.at(), inside.resource()).stream()
                                .anyMatch(found -> found.attachment().hasData()));
    }

    static Optional<String> value(Identifier identifier) {
        return Optional.ofNullable(identifier.getValue()).filter(text -> !text.isBlank());
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
