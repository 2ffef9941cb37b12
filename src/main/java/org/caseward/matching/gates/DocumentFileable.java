package org.caseward.matching.gates;

import java.util.Optional;
import java.util.Set;
import org.caseward.extraction.Source;

/** Cover sheets and junk are never filed by themselves; nor is a paper that nobody could name. */
final class DocumentFileable implements FilingGate {
    private static final Set<String> FOR_EVERYTHING = Set.of("hl7v2/base/any", "fhir/any");

    @Override
    public String name() {
        return "document-fileable";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        if (unmapped(placement)) {
            return Optional.of("this kind of message has no mapping of its own, so that nobody knows what it wants");
        }
        boolean paper = placement.report().extracted().source() instanceof Source.Document;
        return switch (placement.report().type()) {
            case COVER_SHEET -> Optional.of("a cover sheet is not filed by itself");
            case JUNK -> Optional.of("it looks like something that belongs on no case");
            case UNKNOWN ->
                paper ? Optional.of("the kind of document was not recognised from its pages") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Read by nothing but what every message or resource is read by ({@code mappings/hl7v2/base/any.yaml}, {@code mappings/fhir/any.yaml}). */
    private static boolean unmapped(Placement placement) {
        return placement.report().mappings().stream()
                .findFirst()
                .filter(used -> FOR_EVERYTHING.contains(used.id()))
                .isPresent();
    }
}
