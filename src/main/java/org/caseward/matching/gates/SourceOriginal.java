package org.caseward.matching.gates;

import java.util.Optional;

/** A correction or a withdrawal changes what may be filed already. */
final class SourceOriginal implements FilingGate {
    @Override
    public String name() {
        return "source-original";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return switch (placement.report().status().kind()) {
            case ORIGINAL -> Optional.empty();
            case CORRECTED -> Optional.of("the source says that it corrects an earlier report");
            case ANNOUNCED ->
                Optional.of("the source says that a report of its has changed, and does not send it: ask for it");
            case WITHDRAWN -> Optional.of("the source withdraws an earlier report");
        };
    }
}
