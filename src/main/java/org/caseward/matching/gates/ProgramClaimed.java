package org.caseward.matching.gates;

import java.util.Optional;

/** A report is filed inside the program that claims it, and nowhere else. */
final class ProgramClaimed implements FilingGate {
    @Override
    public String name() {
        return "program-claimed";
    }

    @Override
    public Optional<String> objection(Placement placement) {
        if (placement.program().isEmpty()) {
            return Optional.of("no program of this connection can claim the report");
        }
        return placement.targets().stream()
                        .allMatch(target ->
                                placement.program().get().equals(target.file().program()))
                ? Optional.empty()
                : Optional.of("the case belongs to another program than the one that claims the report");
    }
}
