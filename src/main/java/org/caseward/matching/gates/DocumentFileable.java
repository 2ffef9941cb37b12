package org.caseward.matching.gates;

import java.util.Optional;
import org.caseward.extraction.Source;

/** Cover sheets and junk are never filed by themselves; nor is a paper that nobody could name. */
final class DocumentFileable implements FilingGate {
    @Override
    public String name() {
        return "document-fileable";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        boolean paper = placement.report().extracted().source() instanceof Source.Document;
        return switch (placement.report().type()) {
            case COVER_SHEET -> Optional.of("a cover sheet is not filed by itself");
            case JUNK -> Optional.of("it looks like something that belongs on no case");
            case UNKNOWN ->
                paper ? Optional.of("the kind of document was not recognised from its pages") : Optional.empty();
            default -> Optional.empty();
        };
    }
}
