package org.caseward.matching.gates;

import java.util.Optional;

/** Where a search key was too common to follow, somebody else may have been missed. */
final class SearchedWhole implements FilingGate {
    @Override
    public String name() {
        return "searched-whole";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        return placement.skipped().isEmpty()
                ? Optional.empty()
                : Optional.of("too many people share a name or number of this report to look at all of them");
    }
}
