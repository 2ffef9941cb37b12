package org.caseward.matching.gates;

import java.util.Optional;

/** Every claim or case number on the report must be, character by character, that of exactly one case; see {@link NumbersRead} for the one exception. */
final class ExactNumber implements FilingGate {
    @Override
    public String name() {
        return "exact-number";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        if (placement.facts().numbers().isEmpty()) {
            return Optional.of("the report names no claim or case number");
        }
        NumbersRead read = new NumbersRead(placement);
        return placement.facts().numbers().stream()
                .filter(number -> !read.corroborated(number))
                .flatMap(number -> objection(placement.bearing(number).size()).stream())
                .findFirst();
    }

    private static Optional<String> objection(int cases) {
        return switch (cases) {
            case 0 -> Optional.of("a claim number on the report is not exactly that of any case");
            case 1 -> Optional.empty();
            default -> Optional.of("a claim number on the report is that of several cases");
        };
    }
}
